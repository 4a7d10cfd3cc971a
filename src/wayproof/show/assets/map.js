// What the map and the panel do together: ways on and off, legs picked on either side, cards, names, keyboard.
(function () {
  "use strict";
  const wayproof = window.wayproof;
  const { Labels, make } = wayproof;
  const read = (id) => JSON.parse(document.getElementById(id).textContent);
  const data = read("wayproof-data");
  const ground = read("wayproof-ground");
  const map = window[data.map];
  const box = map.getContainer();
  const note = document.getElementById("map-note");
  const panel = document.getElementById("panel");
  const calm = window.matchMedia("(prefers-reduced-motion: reduce)");
  const narrow = window.matchMedia("(max-width: 700px)");
  const small = () => box.clientWidth < 640; // no room for the legend and the credits side by side
  const on = { ways: new Set(data.itineraries.length ? [data.itineraries[0].number] : []), borders: true, passages: true, names: true, tiles: false };
  let picked = null; // the leg that is followed
  let opened = null; // the marker whose card is open
  let played = null; // the leg that the player is on

  box.setAttribute("role", "region");
  box.setAttribute("aria-label", "Map; arrow keys move it, plus and minus zoom, Tab goes to legs, stops and crossings");

  // No gliding zooms for readers who want no motion; Leaflet has an option for it, but only where the map is made.
  if (calm.matches) map._zoomAnimated = false;

  // The ground, and how far one can go on it.
  map.setMaxBounds(ground.outer);
  const pads = () => (narrow.matches ? { paddingTopLeft: [34, 44], paddingBottomRight: [34, 40] } : { paddingTopLeft: [70, 60], paddingBottomRight: [90, 84] });
  const CLEAR = { paddingTopLeft: [56, 60], paddingBottomRight: [34, 62] }; // of the controls in the corners of a phone
  const hidden = (stop) => {
    const at = map.latLngToContainerPoint(window[stop.marker].getLatLng()), size = map.getSize();
    return stop.itineraries.includes(data.itineraries[0].number) && ((at.x < 57 && at.y < 90) || (at.x > size.x - 114 && at.y < 60) || (at.x < 120 && at.y > size.y - 64));
  };
  const home = (animate) => {
    map.fitBounds(data.bounds, Object.assign({ animate: animate && !narrow.matches, maxZoom: 12 }, pads()));
    if (narrow.matches && data.stops.some(hidden)) map.fitBounds(data.bounds, Object.assign({ animate: false, maxZoom: 12 }, CLEAR));
  };
  home(false);
  map.setMinZoom(Math.min(map.getZoom(), Math.ceil(map.getBoundsZoom(ground.outer, true) * 4) / 4));
  const drawn = wayproof.drawGround(map, ground);
  map.createPane("reach").style.zIndex = 300;
  map.createPane("traveller").style.zIndex = 620;

  // Small print in the corner, folded where it would cover the map.
  box.classList.toggle("small", small());
  const Corner = L.Control.extend({
    onAdd() {
      const node = make("details", "credit");
      make("summary", "", node).textContent = "\u00a9 OpenStreetMap and others";
      make("span", "", node).textContent = data.attribution.join(" \u00b7 ");
      node.open = !small();
      return node;
    },
  });
  new Corner({ position: "bottomright" }).addTo(map);
  L.control.scale({ imperial: false, position: "bottomright", maxWidth: 110 }).addTo(map);

  // Cards: plain text in text nodes.
  function card(rows) {
    const node = make("div", "card");
    for (const [role, text] of rows) {
      const line = make(role === "quote" ? "blockquote" : "p", role, node);
      line.dir = "auto";
      line.textContent = text;
    }
    return node;
  }

  function dress(marker, rows, shift) {
    const node = marker.getElement();
    node.setAttribute("aria-label", rows.map(([, text]) => text).join(". "));
    marker.bindPopup(() => card(rows), { closeOnEscapeKey: false, maxWidth: 280, minWidth: 160, offset: [0, shift], autoPanPadding: [20, 20], closeButton: true });
    marker.on("popupopen", () => {
      opened = marker;
      marker.getElement().setAttribute("aria-expanded", "true");
      note.textContent = rows.map(([, text]) => text).join(". ");
    });
    marker.on("popupclose", () => {
      if (opened === marker) opened = null;
      if (marker.getElement()) marker.getElement().setAttribute("aria-expanded", "false");
    });
    node.setAttribute("aria-expanded", "false");
    return node;
  }

  const labels = new Labels(map);
  const shows = (thing) => thing.itineraries.some((number) => on.ways.has(number));

  // Stops with their names, and the line to the nearest border.
  const stops = data.stops.map((stop) => {
    const marker = window[stop.marker];
    dress(marker, stop.card, -8);
    const made = Object.assign({}, stop, { marker });
    const pin = {
      number: stop.number,
      at: marker.getLatLng(),
      shown: () => map.hasLayer(marker),
      node: () => marker.getElement() && marker.getElement().querySelector(".pin"),
    };
    labels.pins.push(pin);
    const name = make("div", stop.guess ? "guess" : "");
    make("i", "number", name).textContent = stop.number;
    const title = make("b", "", name);
    title.dir = "auto";
    title.textContent = stop.name;
    const when = make("span", "", name);
    when.textContent = stop.guess ? `${stop.when} (${stop.guess})` : stop.when;
    pin.label = labels.add("stop", name, marker.getLatLng(), { pin, gap: 17, far: true, shown: pin.shown });
    if (stop.border) {
      const at = marker.getLatLng();
      const foot = L.latLng(stop.border.at);
      made.tie = L.layerGroup([
        L.polyline([at, foot], { className: "tie", interactive: false, weight: 1.4 }),
        L.circleMarker(foot, { className: "tie-foot", interactive: false, radius: 2.5 }),
      ]);
      const text = make("div", "");
      text.textContent = stop.border.text;
      const middle = (w, h) => {
        const a = map.latLngToLayerPoint(at), b = map.latLngToLayerPoint(foot);
        const way = b.subtract(a), length = Math.hypot(way.x, way.y) || 1;
        const along = [0.5, 0.7, 0.85].map((part) => a.add(way.multiplyBy(part)));
        const half = (Math.abs(way.x) * w + Math.abs(way.y) * h) / (2 * length);
        const beyond = [9, 20].map((by) => b.add(way.multiplyBy((by + half) / length)));
        const beside = [[8 + w / 2, 0], [0, 6 + h / 2], [0, -6 - h / 2], [-8 - w / 2, 0], [w / 2, 6 + h / 2], [w / 2, -6 - h / 2]];
        const around = beyond.concat(beside.map((by) => b.add(by)));
        return length > 130 ? along.concat(around) : around;
      };
      // On a phone a short line says nothing that the card of the stop does not say better.
      const room = () => !small() || map.latLngToLayerPoint(at).distanceTo(map.latLngToLayerPoint(foot)) > 44;
      labels.add("border", text, middle, { foot, shown: () => on.borders && map.hasLayer(made.tie) && room() });
    }
    return made;
  });

  // Crossings.
  const passages = data.passages.map((passage) => {
    const marker = window[passage.marker];
    dress(marker, passage.card, -4);
    const made = Object.assign({}, passage, { marker });
    const shown = () => map.hasLayer(marker);
    const at = () => [map.latLngToLayerPoint(marker.getLatLng())];
    labels.add("mark", make("div", ""), at, { shown, width: 20, height: 20 });
    if (!passage.quiet) {
      const name = make("div", "");
      const called = make("span", "", name);
      called.dir = "auto";
      called.textContent = passage.name;
      make("b", passage.look, name).textContent = passage.status;
      labels.add("passage", name, marker.getLatLng(), { shown, gap: 12 });
    }
    return made;
  });

  // Legs: a pale band below each line, and a wide invisible one above it that takes the mouse and the keyboard.
  const legs = data.legs.map((leg) => {
    const group = window[data.itineraries.find((one) => one.number === leg.itinerary).group];
    const lines = leg.lines.map((name) => window[name]);
    const bands = lines.map((line) => L.polyline(line.getLatLngs(), { className: "band", weight: 8, interactive: false, smoothFactor: 0.6 }));
    const touch = L.polyline(lines.map((line) => line.getLatLngs()), { className: "touch", weight: 18, smoothFactor: 0.6, bubblingMouseEvents: false });
    bands.forEach((band) => group.addLayer(band) && map.hasLayer(band) && band.bringToBack());
    group.addLayer(touch);
    const made = Object.assign({}, leg, { lines, bands, touch, group, otherWays: leg.others && window[leg.others], reachable: leg.reach && wayproof.reachLayer(leg.reach) });
    touch.on("click", () => pick(leg.key, "map"));
    touch.on("add", () => arm(made));
    if (map.hasLayer(touch)) arm(made);
    const text = make("div", "");
    text.innerHTML = leg.symbol; // drawn by the program from its own table, no word of the story in it
    make("span", "", text).textContent = leg.badge;
    const shown = () => map.hasLayer(group) && (picked === leg.key || (picked === null && data.stops.length <= 16));
    labels.add("badge", text, () => beside(partway(lines)), { shown });
    return made;
  });

  function arm(leg) {
    const node = leg.touch.getElement();
    node.setAttribute("tabindex", "0");
    node.setAttribute("role", "button");
    node.setAttribute("aria-label", leg.title);
    node.addEventListener("keydown", (event) => {
      if (event.key !== "Enter" && event.key !== " ") return;
      event.preventDefault();
      pick(leg.key, "map");
    });
  }

  // Points along a leg's line for its badge: the middle first. Short lines on the screen get none.
  function partway(lines) {
    const points = lines.flatMap((line) => line.getLatLngs()).map((at) => map.latLngToLayerPoint(at));
    const lengths = points.map((point, i) => (i ? point.distanceTo(points[i - 1]) : 0));
    const total = lengths.reduce((sum, length) => sum + length, 0);
    if (total < 120) return [];
    return [0.5, 0.4, 0.6, 0.3, 0.7, 0.2, 0.8].map((part) => {
      let rest = total * part;
      for (let i = 1; i < points.length; i += 1) {
        if (rest <= lengths[i] && lengths[i] > 0) return points[i - 1].add(points[i].subtract(points[i - 1]).multiplyBy(rest / lengths[i]));
        rest -= lengths[i];
      }
      return points[points.length - 1];
    });
  }

  const beside = (points) => points.flatMap((point) => [point.add([0, -18]), point.add([0, 18])]).concat(points);

  labels.lines = () => {
    const dots = [];
    for (const leg of legs) {
      if (!map.hasLayer(leg.group)) continue;
      for (const line of leg.lines) {
        const points = line.getLatLngs().map((at) => map.latLngToLayerPoint(at));
        for (let i = 1; i < points.length; i += 1) {
          const steps = Math.min(200, Math.ceil(points[i].distanceTo(points[i - 1]) / 10));
          for (let step = 0; step < steps; step += 1) dots.push(points[i - 1].add(points[i].subtract(points[i - 1]).multiplyBy(step / steps)));
        }
      }
    }
    for (const stop of stops) {
      if (!stop.tie || !map.hasLayer(stop.tie)) continue;
      const [a, b] = [stop.marker.getLatLng(), stop.border.at].map((at) => map.latLngToLayerPoint(at));
      const steps = Math.min(60, Math.ceil(a.distanceTo(b) / 10));
      for (let step = 1; step < steps; step += 1) dots.push(a.add(b.subtract(a).multiplyBy(step / steps)));
    }
    return dots;
  };

  // Names of the ground.
  for (const country of ground.countries) {
    const node = make("div", "");
    node.textContent = country.name;
    const at = () => country.at.map((spot) => map.latLngToLayerPoint(spot)).filter((point) => map.getSize().contains(map.layerPointToContainerPoint(point)));
    const spread = () => at().flatMap((point) => [point, point.add([0, -16]), point.add([0, 16])]);
    labels.add("country", node, spread, { shown: () => on.names && !on.tiles && (country.zoom || 0) <= map.getZoom() + 0.2 });
  }
  for (const town of ground.towns) {
    const node = make("div", town.large ? "large" : "");
    node.textContent = town.name;
    const shown = () => on.names && !on.tiles && map.getBounds().contains(town.at[0]) && (town.zoom || 0) <= map.getZoom();
    labels.add("town", node, L.latLng(town.at[0]), { shown, gap: 5, dot: true });
  }

  // Layers on the map, and the player below it.
  wayproof.addLayers(map, drawn, data.tiles, on, show, (text) => (note.textContent = text));
  const legend = document.querySelector(".legend");
  // The legend folds itself away on a phone, and where it would lie on the journey.
  if (legend && (small() || coversJourney(legend))) legend.open = false;
  if (legend) legend.addEventListener("toggle", () => labels.layout());
  labels.fixed = () => [...box.parentNode.querySelectorAll(".leaflet-control, .legend")];

  function coversJourney(node) {
    const r = node.getBoundingClientRect(), frame = box.getBoundingClientRect();
    const under = (point) => {
      const at = map.latLngToContainerPoint(point);
      return at.x < r.right - frame.left + 14 && at.y > r.top - frame.top - 14;
    };
    const lines = legs.filter((leg) => on.ways.has(leg.itinerary)).flatMap((leg) => leg.lines);
    return stops.filter(shows).some((stop) => under(stop.marker.getLatLng())) || lines.some((line) => line.getLatLngs().some(under));
  }

  // A line to a border that is out of sight would lead nowhere.
  const tie = (stop) => stop.tie && set(stop.tie, on.borders && shows(stop) && map.getBounds().contains(stop.border.at));
  map.on("zoomend move", () => stops.forEach(tie)); // before the names are placed, at "moveend"

  const scale = () => box.classList.toggle("far", map.getZoom() < 4);
  map.on("zoomend", scale);
  scale();

  function set(layer, wanted) {
    if (wanted && !map.hasLayer(layer)) layer.addTo(map);
    if (!wanted && map.hasLayer(layer)) layer.remove();
  }

  // Everything as the ticks and the picked leg want it.
  function show() {
    for (const one of data.itineraries) set(window[one.group], on.ways.has(one.number));
    for (const stop of stops) {
      const fresh = !map.hasLayer(stop.marker);
      set(stop.marker, shows(stop));
      if (fresh && map.hasLayer(stop.marker)) dressAgain(stop);
      tie(stop);
    }
    for (const passage of passages) {
      const fresh = !map.hasLayer(passage.marker);
      set(passage.marker, on.passages && shows(passage));
      if (fresh && map.hasLayer(passage.marker)) dressAgain(passage);
    }
    for (const leg of legs) {
      const faded = picked !== null && picked !== leg.key;
      for (const line of [...leg.lines, ...leg.bands, leg.touch]) {
        const node = line.getElement();
        if (!node) continue;
        node.classList.toggle("faded", faded);
        node.classList.toggle("picked", picked === leg.key);
        node.classList.toggle("played", played === leg.key);
      }
      if (map.hasLayer(leg.group)) leg.bands.forEach((band) => band.bringToBack());
      leg.touch.getElement() && leg.touch.getElement().setAttribute("aria-pressed", String(picked === leg.key));
      if (leg.otherWays) set(leg.otherWays, picked === leg.key);
    }
    for (const tick of panel.querySelectorAll("input[data-reach]")) {
      const leg = legs.find((one) => one.key === tick.dataset.reach);
      if (leg && leg.reachable) set(leg.reachable, tick.checked && on.ways.has(leg.itinerary));
    }
    for (const tick of panel.querySelectorAll("input[data-itinerary]")) tick.checked = on.ways.has(Number(tick.dataset.itinerary));
    for (const button of panel.querySelectorAll("button.leg")) {
      const mine = button.dataset.leg === picked;
      button.setAttribute("aria-pressed", String(mine));
      button.closest("li").classList.toggle("picked", mine);
    }
    labels.layout();
  }

  function dressAgain(thing) {
    const node = thing.marker.getElement();
    node.setAttribute("aria-label", thing.card.map(([, text]) => text).join(". "));
    node.setAttribute("aria-expanded", "false");
  }

  function pick(key, from) {
    picked = picked === key ? null : key;
    const leg = legs.find((one) => one.key === picked);
    if (leg) {
      on.ways.add(leg.itinerary);
      note.textContent = leg.title;
    } else {
      note.textContent = "No leg picked";
    }
    if (leg && player) player.load(leg.itinerary);
    show();
    if (!leg) {
      home(!calm.matches);
      return;
    }
    const bounds = L.latLngBounds(leg.lines.flatMap((line) => line.getLatLngs()));
    map.fitBounds(bounds, Object.assign({ animate: !calm.matches, maxZoom: 11 }, pads()));
    const row = panel.querySelector(`button.leg[data-leg="${leg.key}"]`);
    if (row && from === "map") {
      const fold = row.closest("details");
      if (fold) fold.open = true;
      if (!narrow.matches) row.closest("li").scrollIntoView({ block: "nearest", behavior: calm.matches ? "auto" : "smooth" });
    }
  }

  panel.addEventListener("click", (event) => {
    const button = event.target.closest("button.leg");
    if (button) pick(button.dataset.leg, "panel");
  });
  panel.addEventListener("change", (event) => {
    if (event.target.closest("input[data-reach]")) show();
    const tick = event.target.closest("input[data-itinerary]");
    if (!tick) return;
    const number = Number(tick.dataset.itinerary);
    if (tick.checked) on.ways.add(number);
    else on.ways.delete(number);
    picked = null;
    if (player) {
      player.rest();
      const first = data.itineraries.find((one) => on.ways.has(one.number));
      if (first) player.load(first.number);
    }
    show();
    const points = stops.filter(shows).map((stop) => stop.marker.getLatLng());
    const drawn = legs.filter((leg) => on.ways.has(leg.itinerary)).flatMap((leg) => leg.lines.flatMap((line) => line.getLatLngs()));
    if (points.length + drawn.length) map.fitBounds(L.latLngBounds(points.concat(drawn)), Object.assign({ animate: !calm.matches, maxZoom: 12 }, pads()));
  });
  document.addEventListener("keydown", (event) => {
    if (event.key !== "Escape") return;
    if (opened) {
      const node = opened.getElement();
      map.closePopup();
      if (node) node.focus({ preventScroll: true });
    } else if (player && player.active()) player.rest();
    else if (picked !== null) pick(picked, "key");
  });

  const byKey = new Map(legs.map((leg) => [leg.key, leg]));
  const player = wayproof.addPlayer(map, data.plays, byKey, stops, calm, (key) => {
    if (key === played) return;
    played = key;
    for (const leg of legs) {
      for (const line of leg.lines) if (line.getElement()) line.getElement().classList.toggle("played", leg.key === key);
    }
    for (const button of panel.querySelectorAll("button.leg")) button.closest("li").classList.toggle("played", button.dataset.leg === key);
  });

  show();
  // The bar below may grow by a line, and the map then shrinks by it.
  new ResizeObserver(() => map.invalidateSize({ animate: false })).observe(box);

  wayproof.map = map;
  wayproof.home = home;
  wayproof.labels = labels;
  wayproof.ready = true;
})();
