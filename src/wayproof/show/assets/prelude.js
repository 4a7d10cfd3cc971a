// Markers start without Leaflet's image icon, which would be a file to fetch; each gets its own drawn icon right after.
L.Marker.prototype.options.icon = L.divIcon({ className: "unset", iconSize: [0, 0] });

// A page that holds this one in a frame may ask for its own kind of light: map.html#light, map.html#dark.
(function () {
  "use strict";
  const root = document.documentElement;
  root.classList.add("scripts"); // before the map is made: it must have its place by then
  const wish = location.hash.slice(1);
  if (wish === "light" || wish === "dark") root.classList.add(wish);
  if (window.self !== window.top) root.classList.add("framed");
})();
