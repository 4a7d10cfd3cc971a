"""What readers see: the report, the map and the panel beside it, all made from one record."""
