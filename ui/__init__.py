"""Terminal, browser and HTTP. No logic of its own."""
