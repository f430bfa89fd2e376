"""The command line: parse, call a service, print. Data on stdout, messages and progress on stderr."""
