// The box of layers: the base map, what is drawn over it, and tiles that are asked for only when somebody picks them.
(function () {
  "use strict";
  const wayproof = (window.wayproof = window.wayproof || {});
  const { make } = wayproof;

  // on: which layers are shown, changed here. tell: called after a change. say: text for those who listen.
  wayproof.addLayers = function (map, ground, tiles, on, tell, say) {
    const box = map.getContainer();
    // OpenStreetMap's servers want to be told which site asks. A file on a disk and a sandboxed frame cannot say.
    const able = location.protocol.startsWith("http") && window.origin !== "null";
    let layer = null; // made when it is first picked: before, nothing in this page knows how to ask for a tile

    function tilesLayer() {
      const made = L.tileLayer(tiles.host + tiles.path, {
        pane: "ground", maxZoom: 19, attribution: "", referrerPolicy: "strict-origin-when-cross-origin", className: "tiles",
      });
      let told = false;
      made.on("tileerror", () => {
        if (!told) say("Some tiles of OpenStreetMap could not be loaded.");
        told = true;
      });
      return made;
    }

    function base(name) {
      const tiled = name === "tiles";
      if (tiled && layer === null) layer = tilesLayer();
      if (tiled) layer.addTo(map);
      else if (layer) layer.remove();
      if (tiled) ground.remove();
      else ground.addTo(map);
      on.tiles = tiled;
      box.classList.toggle("tiled", tiled);
      say(tiled ? "Base map: OpenStreetMap" : "Base map: drawn from this file");
      tell();
    }

    const Layers = L.Control.extend({
      onAdd() {
        const node = make("details", "layers");
        make("summary", "", node).textContent = "Layers";
        const row = (type, text, more, parent) => {
          const line = make("label", "", parent);
          const tick = make("input", "", line);
          tick.type = type;
          Object.assign(tick.dataset, more);
          const words = make("span", "", line);
          words.textContent = text;
          return tick;
        };
        const shown = make("fieldset", "", node);
        make("legend", "", shown).textContent = "Over the map";
        [["borders", "Nearest borders"], ["passages", "Border crossings"], ["names", "Place names"]].forEach(([key, text]) => {
          const tick = row("checkbox", text, { layer: key }, shown);
          tick.checked = on[key];
          tick.addEventListener("change", () => {
            on[key] = tick.checked;
            tell();
          });
        });
        const below = make("fieldset", "", node);
        make("legend", "", below).textContent = "Base map";
        [["own", "Drawn from this file"], ["tiles", "OpenStreetMap tiles"]].forEach(([key, text]) => {
          const pick = row("radio", text, { base: key }, below);
          pick.name = "base";
          pick.checked = key === "own";
          pick.disabled = key === "tiles" && !able;
          pick.addEventListener("change", () => pick.checked && base(key));
        });
        const host = new URL(tiles.host).host;
        make("p", "aside", below).textContent = able
          ? `Tiles come from ${host}, which then sees your address.`
          : `${host} answers web pages only: open the map on a page of its own there.`;
        L.DomEvent.disableClickPropagation(node);
        L.DomEvent.disableScrollPropagation(node);
        return node;
      },
    });
    new Layers({ position: "topright" }).addTo(map);
  };

  // The ground that could have been reached between the ends of a leg.
  wayproof.reachLayer = function (reach) {
    return L.layerGroup([
      L.polygon(reach.rings, { className: "reach", interactive: false, pane: "reach", smoothFactor: 0.5, weight: 1.5 }),
    ]);
  };
})();
