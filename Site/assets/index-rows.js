/* The rows of the index as the script draws them: those of Templates/partials/craft-row.html.mustache. */
(function (scope) {
  "use strict";

  const { make, bar } = scope.HangarElements;

  const KEYS = /^c-(id|name|serial_number|configuration|status|time_in_space|time_docked|flights_count|mission_ends_count)\b/;

  // `model` is a row of the page, which the drawn ones are copies of; the bar is in the column of the order.
  function draw({ data, model, root, sorted, most }, row) {
    const { say } = data;
    const line = model.cloneNode(true);
    const cells = {};
    for (const cell of line.cells) cells[/^c-(\w+)/.exec(cell.className)?.[1]] = cell;
    // A column of the operator's own is not in the data of the script.
    for (const cell of line.cells) if (!KEYS.test(cell.className)) cell.replaceChildren();
    const [configurationName, configurationSlug, kind] = data.configurations[row.spacecraft_config];
    const [statusName, statusSlug] = data.statuses[row.status] || [];
    const absent = () => make("span", say("absence.not_recorded"), "none");
    const link = (key, text, path) => {
      const anchor = cells[key].querySelector("a");
      anchor.textContent = text;
      anchor.setAttribute("href", root + path);
    };
    const figure = (key, text, value, isTime) => {
      const word = isTime && value ? make("time", text) : text === say("absence.not_recorded") ? absent() : isTime ? make("span", text, "unknown") : text;
      if (isTime && value) word.dateTime = "PT" + value + "S";
      cells[key].replaceChildren(word, ...(key === sorted && most ? [bar(100 * (value || 0) / most)] : []));
    };
    line.className = row.in_space ? "alive" : "";
    cells.id.textContent = row.id;
    cells.serial_number.replaceChildren(row.serial || absent());
    link("name", row.name, "spacecraft/" + row.slug + "/");
    link("configuration", configurationName, "configurations/" + configurationSlug + "/");
    cells.status.replaceChildren(statusSlug ? make("a", statusName) : absent());
    if (statusSlug) link("status", statusName, "statuses/" + statusSlug + "/");
    cells.name.querySelector("use").setAttribute("href", "#s-" + kind);
    cells.name.querySelectorAll(".tag").forEach((tag) => tag.remove());
    if (row.in_space) cells.name.append(" ", make("span", say("craft_table.in_space"), "tag live"));
    if (row.mark) cells.name.append(" ", make("span", say("marks." + row.mark), "tag live"));
    if (row.is_placeholder) cells.name.append(" ", make("span", say("craft_table.placeholder"), "tag"));
    const unflown = row.flights_count === 0 && !row.in_space ? say("absence.not_flown") : say("absence.not_recorded");
    figure("time_in_space", data.duration(row.time_in_space, unflown), row.time_in_space, true);
    figure("time_docked", data.duration(row.time_docked, say(row.time_docked === null ? "absence.not_recorded" : "absence.no_time_docked")), row.time_docked, true);
    if (row.time_in_space !== null && row.time_docked > row.time_in_space) {
      cells.time_docked.prepend(Object.assign(make("abbr", "†", "dagger"), { title: say("craft_table.doubt") }));
    }
    for (const key of ["flights_count", "mission_ends_count"]) {
      figure(key, row[key] === null ? say("absence.not_recorded") : data.grouped(row[key]), row[key]);
    }
    return line;
  }

  scope.HangarRows = { draw };
})(globalThis);
