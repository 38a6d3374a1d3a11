"""What the server uses of the computer: ports, connections, open files, the temporary folder and the log."""
