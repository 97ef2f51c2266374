error-batch-not-found = 🗑 This batch is gone. Send the files again, as an album or a ZIP.
