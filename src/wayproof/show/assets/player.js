// Plays a journey: a dot that moves along the legs of an example timing, a slider, and what time it is.
(function () {
  "use strict";
  const wayproof = (window.wayproof = window.wayproof || {});
  const STAY = 0.3; // of the time on the slider that a leg takes: stays are short, whatever their hours
  const LEG_MS = 2600;
  const MONTHS = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"];
  const ROUND = 5; // minutes: an example has no business with single ones

  // legs: by key, with their lines. stops: with markers. calm: a media query. tell(step): the leg that is played, or null.
  wayproof.addPlayer = function (map, plays, legs, stops, calm, tell) {
    const bar = document.querySelector(".player");
    if (!bar) return null;
    const button = document.getElementById("play"), slider = document.getElementById("at"), text = document.getElementById("at-text");
    const dot = L.circleMarker([0, 0], { radius: 8, className: "traveller", pane: "traveller", interactive: false });
    let play = plays[0], track = [], total = 0, running = null;

    function load(number) {
      const wanted = plays.find((one) => one.itinerary === number);
      if (!wanted || wanted === play && track.length) return;
      play = wanted;
      track = [];
      total = 0;
      for (const step of play.steps) {
        for (const [kind, length] of [["stay", STAY], ["leg", 1]]) {
          track.push({ kind, step, from: total, to: total + length });
          total += length;
        }
      }
      track.push({ kind: "end", step: play.steps[play.steps.length - 1], from: total, to: (total += STAY) });
    }

    function clock(hours, offset, exact) {
      const minutes = exact ? hours * 60 : Math.round((hours * 60) / ROUND) * ROUND;
      const at = new Date(minutes * 60000 + offset * 3600000);
      const two = (n) => String(n).padStart(2, "0");
      return `${at.getUTCDate()} ${MONTHS[at.getUTCMonth()]} ${at.getUTCFullYear()}, ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}`;
    }

    // The point at a share of a leg's length on the map.
    function along(leg, share) {
      const points = leg.lines.flatMap((line) => line.getLatLngs());
      const flat = points.map((at) => map.project(at, 8));
      const lengths = flat.map((point, i) => (i ? point.distanceTo(flat[i - 1]) : 0));
      let rest = lengths.reduce((sum, length) => sum + length, 0) * share;
      for (let i = 1; i < flat.length; i += 1) {
        if (rest <= lengths[i] && lengths[i] > 0) return map.unproject(flat[i - 1].add(flat[i].subtract(flat[i - 1]).multiplyBy(rest / lengths[i])), 8);
        rest -= lengths[i];
      }
      return points[points.length - 1];
    }

    function show() {
      const at = (Number(slider.value) / Number(slider.max)) * total;
      const now = track.find((one) => at <= one.to) || track[track.length - 1];
      const share = Math.min(1, Math.max(0, (at - now.from) / (now.to - now.from)));
      const { step } = now;
      const name = (number) => stops[number].name;
      let words, hours, spot;
      if (now.kind === "leg") {
        spot = along(legs.get(step.leg), share);
        hours = step.start === null ? null : step.start + (step.end - step.start) * share;
        words = `${name(step.from)} \u2192 ${name(step.to)}`;
      } else {
        const number = now.kind === "end" ? step.to : step.from;
        spot = stops[number].marker.getLatLng();
        hours = now.kind === "end" ? step.end : step.start;
        words = name(number);
      }
      dot.setLatLng(spot);
      if (!map.hasLayer(dot)) dot.addTo(map);
      if (!map.getBounds().contains(spot)) map.panTo(spot, { animate: false });
      const when = hours === null ? "" : `${clock(hours, step.offset)}, for example`;
      text.textContent = [words, when].filter(Boolean).join(" \u00b7 ");
      text.dir = "auto";
      if (step.text && now.kind === "leg") text.textContent += ` \u00b7 ${step.text}`;
      slider.setAttribute("aria-valuetext", text.textContent);
      tell(now.kind === "leg" ? step.leg : null);
    }

    function stop() {
      if (running !== null) cancelAnimationFrame(running.frame), clearTimeout(running.timer);
      running = null;
      button.textContent = "Play";
      button.setAttribute("aria-label", "Play the journey");
    }

    function start() {
      if (Number(slider.value) >= Number(slider.max)) slider.value = 0;
      button.textContent = "Pause";
      button.setAttribute("aria-label", "Pause the journey");
      running = { last: performance.now(), at: Number(slider.value) };
      show();
      if (calm.matches) running.timer = setTimeout(hop, 900);
      else running.frame = requestAnimationFrame(glide);
    }

    function glide(now) {
      if (running === null) return;
      running.at += ((now - running.last) / LEG_MS / total) * Number(slider.max);
      running.last = now;
      slider.value = running.at;
      show();
      if (running.at >= Number(slider.max)) stop();
      else running.frame = requestAnimationFrame(glide);
    }

    // For readers who want no motion: from stop to stop.
    function hop() {
      if (running === null) return;
      const at = (Number(slider.value) / Number(slider.max)) * total;
      const next = track.find((one) => one.kind !== "leg" && one.from > at + 1e-6);
      slider.value = next ? ((next.from + STAY / 2) / total) * Number(slider.max) : slider.max;
      show();
      if (!next || next.kind === "end") stop();
      else running.timer = setTimeout(hop, 1400);
    }

    function rest() {
      stop();
      slider.value = slider.max;
      if (map.hasLayer(dot)) dot.remove();
      text.textContent = "One timing that fits";
      slider.setAttribute("aria-valuetext", "not playing");
      tell(null);
    }

    button.addEventListener("click", () => (running === null ? start() : stop()));
    slider.addEventListener("input", () => {
      stop();
      show();
    });
    load(play.itinerary);
    text.textContent = play.steps.some((one) => one.text) ? "No timing fits: play it as told" : "One timing that fits";
    return { load, rest, active: () => map.hasLayer(dot) };
  };
})();
