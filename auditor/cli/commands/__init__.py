"""The commands, a module each; its function is called `command`."""
