// Markers start without Leaflet's image icon, which would be a file to fetch; each gets its own drawn icon right after.
L.Marker.prototype.options.icon = L.divIcon({ className: "unset", iconSize: [0, 0] });
