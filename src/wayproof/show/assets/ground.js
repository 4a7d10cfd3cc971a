// The base map: land, coast, lakes and borders from the page's own data.
(function () {
  "use strict";
  const wayproof = (window.wayproof = window.wayproof || {});

  // An encoded line (differences of rounded lon, lat; five bits a character) as [lat, lon] pairs.
  function decode(text, digits) {
    const factor = Math.pow(10, digits);
    const points = [];
    let at = 0, lon = 0, lat = 0;
    function step() {
      let value = 0, scale = 1, code;
      do {
        code = text.charCodeAt(at++) - 63;
        value += (code & 31) * scale;
        scale *= 32;
      } while (code >= 32);
      return value % 2 ? -(value + 1) / 2 : value / 2;
    }
    while (at < text.length) {
      lon += step();
      lat += step();
      points.push([lat / factor, lon / factor]);
    }
    return points;
  }

  wayproof.drawGround = function (map, ground) {
    const renderer = L.svg({ pane: "ground", padding: 0.6 });
    const line = (text) => decode(text, ground.digits);
    const rings = (polygon) => polygon.map(line);
    const options = (name) => ({ pane: "ground", renderer, interactive: false, className: name, smoothFactor: 0.8 });
    L.polygon(ground.land.map(rings), options("land")).addTo(map);
    L.polyline(ground.coast.map(line), options("coast")).addTo(map);
    L.polygon(ground.lakes.map(rings), options("lake")).addTo(map);
    L.polyline(ground.borders.map(line), options("border-band")).addTo(map);
    L.polyline(ground.borders.map(line), options("border")).addTo(map);
  };
})();
