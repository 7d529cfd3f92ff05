"""The reference campaign: what its people wrote into the forms, and the daily data behind them."""
