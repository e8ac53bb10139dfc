"""An audit in the order in which a reader meets it: plain data joined with the rubric's words."""
