"""Calendar feeds over HTTP, and the dashboard in a browser. The only room that knows the web library."""
