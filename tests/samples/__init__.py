"""Resume files of made-up people, in the looks of real layouts, and the script that draws them."""
