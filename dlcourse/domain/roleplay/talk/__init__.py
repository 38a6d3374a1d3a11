"""Talk at the table: what scripted colleagues say and decide, and the conversation as it is shown."""
