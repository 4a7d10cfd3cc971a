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

  // The runs of a ring that are coast: those along a cut are where the program's scissors went.
  function coast(ring, [lons, lats]) {
    const onCut = (a, b, axis, cuts) => a[axis] === b[axis] && cuts.includes(a[axis]);
    const runs = [];
    let run = null;
    for (let i = 1; i < ring.length; i += 1) {
      const a = ring[i - 1], b = ring[i];
      if (onCut(a, b, 1, lons) || onCut(a, b, 0, lats)) run = null;
      else if (run) run.push(b);
      else runs.push((run = [a, b]));
    }
    return runs;
  }

  // Returns what of the ground stands aside when a person picks tiles instead.
  wayproof.drawGround = function (map, ground) {
    const renderer = L.svg({ pane: "ground", padding: 0.6 });
    const line = (text) => decode(text, ground.digits);
    const rings = (polygon) => polygon.map(line);
    const options = (name) => ({ pane: "ground", renderer, interactive: false, className: name, smoothFactor: 0.8 });
    const land = ground.land.map(rings);
    const shore = land.flatMap((polygon) => polygon.flatMap((ring) => coast(ring, ground.cuts)));
    return L.layerGroup([
      L.polygon(land, options("land")),
      L.polyline(ground.rivers.map(line), options("river")),
      L.polygon(ground.lakes.map(rings), options("lake")),
      L.polyline(shore, options("coast")),
      L.polyline(ground.roads.map(line), options("road")),
      L.polyline(ground.borders.map(line), options("border-band")),
      L.polyline(ground.borders.map(line), options("border")),
    ]).addTo(map);
  };
})();
