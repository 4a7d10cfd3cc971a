// Names on the map: pins that stand on one spot step aside, labels find a free place, what finds none stays away.
(function () {
  "use strict";
  const wayproof = (window.wayproof = window.wayproof || {});
  const PIN = 13; // half the width of a pin
  const STEP = 29; // between pins that stand side by side
  const ROW = 5; // pins in a row
  const MANY = 14; // stops from which on names go without dates and give way to each other
  const MANY_ON_PHONES = 5;
  const MUST = new Set(["stop", "mark"]); // always shown
  const QUIET = new Set(["country", "town"]); // give way to lines
  const MARGIN = { country: 8, town: 4 };
  const LINE_COST = { stop: 7, badge: 5, passage: 6, border: 12, country: 40, town: 40 };

  function make(tag, name, parent) {
    const node = document.createElement(tag);
    node.className = name;
    if (parent) parent.appendChild(node);
    return node;
  }

  function overlap(a, b) {
    const w = Math.min(a.right, b.right) - Math.max(a.left, b.left);
    const h = Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top);
    return w > 0 && h > 0 ? w * h : 0;
  }

  const around = (x, y, w, h) => ({ left: x - w / 2, right: x + w / 2, top: y - h / 2, bottom: y + h / 2 });
  const grown = (r, by) => ({ left: r.left - by, right: r.right + by, top: r.top - by, bottom: r.bottom + by });

  class Labels {
    constructor(map) {
      this.map = map;
      this.items = [];
      this.pins = [];
      this.lines = () => [];
      this.fixed = () => [];
      const pane = map.createPane("names");
      pane.style.zIndex = 640;
      this.pane = pane;
      this.ties = document.createElementNS("http://www.w3.org/2000/svg", "svg");
      this.ties.setAttribute("class", "ties");
      this.ties.setAttribute("aria-hidden", "true");
      const below = map.createPane("ties");
      below.style.zIndex = 590;
      below.style.pointerEvents = "none";
      below.appendChild(this.ties);
      this.below = below;
      map.on("zoomstart", () => [pane, below].forEach((one) => one.classList.add("moving")));
      map.on("moveend resize", () => this.layout());
    }

    // kind: stop, badge, border, passage, country, town. at: LatLng, or a function that gives candidate points.
    add(kind, node, at, more) {
      node.className = `name ${kind} ${node.className}`.trim();
      node.setAttribute("aria-hidden", "true");
      this.pane.appendChild(node);
      const item = Object.assign({ kind, node, at, shown: () => true }, more || {});
      this.items.push(item);
      return item;
    }

    // Pins that would cover each other stand side by side, tied to their true spots.
    spread() {
      const shown = this.pins.filter((pin) => pin.shown());
      const groups = [];
      for (const pin of shown) {
        pin.spot = this.map.latLngToLayerPoint(pin.at);
        const near = groups.find((group) => group.some((other) => other.spot.distanceTo(pin.spot) < STEP - 3));
        if (near) near.push(pin);
        else groups.push([pin]);
      }
      for (const group of groups) {
        const width = Math.min(group.length, ROW);
        const rows = Math.ceil(group.length / ROW);
        const middle = group.reduce((sum, pin) => sum.add(pin.spot), L.point(0, 0)).divideBy(group.length);
        group.sort((a, b) => a.number - b.number).forEach((pin, i) => {
          const alone = group.length === 1;
          const x = middle.x + ((i % ROW) - (width - 1) / 2) * STEP;
          const y = middle.y + (Math.floor(i / ROW) - (rows - 1) / 2) * STEP;
          pin.place = alone ? pin.spot : L.point(x, y);
          pin.crowd = group.length > 1 ? group : null;
          const shift = pin.place.subtract(pin.spot);
          const inner = pin.node();
          if (inner) inner.style.transform = alone ? "" : `translate(${shift.x.toFixed(1)}px,${shift.y.toFixed(1)}px)`;
          if (!alone) this.tie(pin.spot, pin.place, "pin-tie");
        });
      }
      return shown;
    }

    tie(from, to, name) {
      const line = document.createElementNS("http://www.w3.org/2000/svg", "line");
      [["x1", from.x], ["y1", from.y], ["x2", to.x], ["y2", to.y]].forEach(([key, value]) => line.setAttribute(key, value));
      line.setAttribute("class", name);
      this.ties.appendChild(line);
      if (name === "pin-tie") {
        const dot = document.createElementNS("http://www.w3.org/2000/svg", "circle");
        [["cx", from.x], ["cy", from.y], ["r", 2.5]].forEach(([key, value]) => dot.setAttribute(key, value));
        this.ties.appendChild(dot);
      }
    }

    // The names of pins that stand side by side form one block beside them.
    block(pins) {
      const xs = pins.map((pin) => pin.place.x), ys = pins.map((pin) => pin.place.y);
      const members = pins.map((pin) => pin.label).filter(Boolean);
      const low = pins.length > 2;
      for (const { node } of members) {
        node.hidden = false;
        node.classList.add("listed");
        node.classList.toggle("low", low);
      }
      const sizes = members.map(({ node }) => [node.offsetWidth, node.offsetHeight]);
      const w = Math.max(...sizes.map(([width]) => width)), h = sizes.reduce((sum, [, height]) => sum + height + 1, 0);
      const left = Math.min(...xs) - PIN, right = Math.max(...xs) + PIN, top = Math.min(...ys) - PIN, bottom = Math.max(...ys) + PIN;
      const x = (left + right) / 2, y = (top + bottom) / 2;
      const spots = [
        [right + 5 + w / 2, y], [left - 5 - w / 2, y], [x, top - 4 - h / 2], [x, bottom + 4 + h / 2],
        [left + w / 2, top - 4 - h / 2], [left + w / 2, bottom + 4 + h / 2], [right - w / 2, top - 4 - h / 2], [right - w / 2, bottom + 4 + h / 2],
      ];
      return { spots: spots.map(([cx, cy], i) => ({ box: around(cx, cy, w, h), cost: i * 4 })), members, sizes, w, h };
    }

    candidates(item, w, h) {
      if (typeof item.at === "function") {
        const given = item.at(w, h).map((p, i) => ({ box: around(p.x, p.y, w, h), cost: i * 4 }));
        if (!item.foot) return given;
        const foot = this.map.latLngToLayerPoint(item.foot);
        return given.concat(this.ring(foot, 22, w, h), this.ring(foot, 46, w, h));
      }
      const spot = item.pin ? item.pin.place : this.map.latLngToLayerPoint(item.at);
      const gap = item.gap;
      const found = [];
      const put = (dx, dy, cost) => {
        const x = spot.x + dx * (gap + w / 2);
        const y = spot.y + dy * (gap + h / 2);
        found.push({ box: around(x, y, w, h), cost, spot });
      };
      put(1, 0, 0);
      put(-1, 0, 6);
      put(0, -1, 8);
      put(0, 1, 10);
      put(0.86, -0.9, 12);
      put(0.86, 0.9, 13);
      put(-0.86, -0.9, 14);
      put(-0.86, 0.9, 15);
      return item.far ? found.concat(this.ring(spot, gap + 30, w, h)) : found;
    }

    // Places further off, tied to their spot.
    ring(spot, reach, w, h) {
      return Array.from({ length: 16 }, (_, turn) => {
        const angle = (turn / 16) * 2 * Math.PI;
        const x = spot.x + Math.cos(angle) * (reach + w / 2), y = spot.y + Math.sin(angle) * (reach + h / 2);
        return { box: around(x, y, w, h), cost: 90 + turn, spot, far: true };
      });
    }

    list(crowd, scene) {
      const { spots, members, sizes } = this.block(crowd);
      const { box, hit } = this.best(spots, "stop", scene);
      if (this.many && hit > 4) {
        for (const { node } of members) node.hidden = true;
        return;
      }
      let top = box.top;
      members.forEach(({ node }, i) => {
        node.style.transform = `translate(${Math.round(box.left)}px,${Math.round(top)}px)`;
        top += sizes[i][1] + 1;
      });
      scene.taken.push(box);
    }

    // The cheapest place: off other names and pins, in sight, off the lines, and where a reader looks for it.
    best(places, kind, { taken, dots, view }) {
      const must = MUST.has(kind);
      let best = null;
      for (const one of places) {
        const box = grown(one.box, MARGIN[kind] || 2);
        const area = (one.box.right - one.box.left) * (one.box.bottom - one.box.top);
        let cost = one.cost;
        let hit = taken.reduce((sum, other) => sum + overlap(box, other), 0);
        const inside = overlap(one.box, view) / area;
        if (inside < 0.99) hit += (1 - inside) * area * (must ? 0.6 : 1);
        let under = 0;
        for (const dot of LINE_COST[kind] ? dots : []) {
          if (dot.x > box.left && dot.x < box.right && dot.y > box.top && dot.y < box.bottom) under += 1;
        }
        cost += under * (LINE_COST[kind] || 0);
        if (kind === "border" && under > 2) hit += 1;
        if (!must && QUIET.has(kind) && cost >= LINE_COST[kind]) hit += 1;
        const total = cost + hit * 0.6 + (!must && hit > 0 ? 1e6 : 0);
        if (!best || total < best.total) best = { total, hit, box: one.box, spot: one.spot, far: one.far };
      }
      return best;
    }

    // After the fonts of the page have changed.
    measure() {
      for (const item of this.items) item.width = 0;
      this.layout();
    }

    layout() {
      if (!this.map._loaded) return;
      this.ties.replaceChildren();
      const pins = this.spread();
      const many = pins.length > (this.map.getSize().x < 560 ? MANY_ON_PHONES : MANY);
      this.pane.classList.toggle("many", many);
      if (many !== this.many) for (const item of this.items) if (item.pin) item.width = 0;
      this.many = many;
      const corner = this.map.containerPointToLayerPoint([0, 0]);
      const size = this.map.getSize();
      const view = { left: corner.x + 4, top: corner.y + 4, right: corner.x + size.x - 4, bottom: corner.y + size.y - 4 };
      const taken = pins.map((pin) => around(pin.place.x, pin.place.y, 2 * PIN + 2, 2 * PIN + 2));
      const frame = this.map.getContainer().getBoundingClientRect();
      for (const node of this.fixed()) {
        const r = node.getBoundingClientRect();
        if (!r.width) continue;
        const left = corner.x + r.left - frame.left, top = corner.y + r.top - frame.top;
        taken.push({ left, top, right: left + r.width, bottom: top + r.height, fixed: true });
      }
      const dots = this.lines();
      const order = ["stop", "mark", "badge", "border", "passage", "country", "town"];
      const queue = this.items
        .map((item, i) => ({ item, rank: order.indexOf(item.kind) * 10000 + i }))
        .sort((a, b) => a.rank - b.rank);
      for (const { item } of queue) {
        const { node } = item;
        if (!item.shown()) {
          node.hidden = true;
          continue;
        }
        const crowd = item.pin && item.pin.crowd;
        if (item.pin) node.classList.toggle("listed", Boolean(crowd));
        if (crowd) {
          if (crowd[0] === item.pin) this.list(crowd, { taken, dots, view });
          continue;
        }
        if (item.pin) node.classList.remove("low");
        node.hidden = false;
        if (!item.width) {
          item.width = node.offsetWidth;
          item.height = node.offsetHeight;
        }
        const must = MUST.has(item.kind);
        const best = this.best(this.candidates(item, item.width, item.height), item.kind, { taken, dots, view });
        const limit = item.kind === "stop" && many ? 4 : must ? 0.4 * item.width * item.height : 0;
        if (!best || best.hit > limit) {
          if (item.kind !== "mark") node.hidden = true;
          if (item.kind !== "mark" || !best) continue;
        }
        taken.push(best.box);
        if (item.dot) taken.push(around(best.spot.x, best.spot.y, 8, 8));
        node.style.transform = `translate(${Math.round(best.box.left)}px,${Math.round(best.box.top)}px)`;
        if (item.dot) {
          const left = best.box.left > best.spot.x;
          node.classList.toggle("left", !left);
        }
        if (best.far) {
          const x = Math.max(best.box.left, Math.min(best.spot.x, best.box.right));
          const y = Math.max(best.box.top, Math.min(best.spot.y, best.box.bottom));
          this.tie(best.spot, L.point(x, y), "name-tie");
        }
      }
      [this.pane, this.below].forEach((one) => one.classList.remove("moving"));
    }
  }

  wayproof.Labels = Labels;
  wayproof.make = make;
})();
