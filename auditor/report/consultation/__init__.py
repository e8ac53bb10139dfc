"""What a consultation response needs: suggested amendments, and a pack of all there is."""
