"""The engine that comes with campaignlib: our Markdown, pandoc with one filter, Typst for the PDF."""

from __future__ import annotations

from campaignlib.errors import RenderFailed
from campaignlib.publish.engines import Job
from campaignlib.publish.engines.embedded.fonts import PrintFont, print_font
from campaignlib.publish.engines.embedded.markdown import assemble
from campaignlib.publish.engines.embedded.pandoc import to_html, to_typst


def render(job: Job) -> None:
    """Leave `<stem>.html` and `<stem>.pdf` in the job's folder, those of them that are asked for."""
    markdown = assemble(job.notebook)
    if "html" in job.to:
        (job.folder / f"{job.stem}.html").write_text(to_html(markdown, job), encoding="utf-8", newline="\n")
    if "pdf" in job.to:
        font = print_font()
        source = to_typst(markdown, job, font)
        (job.folder / f"{job.stem}.pdf").write_bytes(_pdf(source, job, font))


def _pdf(source: str, job: Job, font: PrintFont) -> bytes:
    import typst

    path = job.folder / f"{job.stem}.typ"
    path.write_text(source, encoding="utf-8")
    try:
        made: bytes = typst.compile(
            str(path),
            root=str(job.folder),
            font_paths=[str(folder) for folder in font.folders],
            pdf_standards=["ua-1"],
        )
    except typst.TypstError as error:
        raise RenderFailed(f"typst: {error.message}") from None
    return made
