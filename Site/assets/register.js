/* The register as scripts have it: data/search.json, which Sources/SiteGenerator/Downloads/SearchIndex.swift writes, with its rows as objects
   and with the words of the site's language. */
(function (scope) {
  "use strict";
  let loaded;

  function load(address) {
    loaded ||= fetch(address).then((answer) => {
      if (!answer.ok) throw new Error(answer.status);
      return answer.json();
    }).then(expand);
    // What failed once may succeed the next time.
    loaded.catch(() => { loaded = undefined; });
    return loaded;
  }

  const ids = (value) => value === null ? [] : [value];

  function expand(data) {
    const facts = (id) => data.configurations[id] || ["", "", "unknown", null, null, [], null];
    const rows = data.spacecraft.map(([
      id, name, serial, slug, spacecraft_config, status, bits, time_in_space, time_docked, flights_count, mission_ends_count,
    ], place) => {
      const [configuration, , , type, agency, families, year] = facts(spacecraft_config);
      return {
        place, id, name, serial, slug, spacecraft_config, status, time_in_space, time_docked, flights_count, mission_ends_count, configuration,
        // Null is not recorded: neither answer of the filter finds it.
        in_space: bits & 16 ? null : (bits & 1) > 0, is_placeholder: bits & 32 ? null : (bits & 2) > 0,
        mark: bits & 4 ? "new" : bits & 8 ? "changed" : "", free_picture: (bits & 64) > 0,
        // What a filter of several values looks at. The decade is that of the configuration's maiden flight.
        status__ids: ids(status), spacecraft_config__ids: [spacecraft_config], type__ids: ids(type), agency__ids: ids(agency),
        family__ids: families, decade: year === null ? [] : [Math.floor(year / 10) * 10],
        searched: [name.toLowerCase(), configuration.toLowerCase()],
      };
    });
    return { ...data, rows, ...speech(data.words) };
  }

  // The words of the site's language, with numbers in them.
  function speech(words) {
    const plural = new Intl.PluralRules(document.documentElement.lang);

    // Groups of three, as the pages print them.
    function grouped(number) {
      const [separator, least] = words.digits;
      const digits = String(number);
      return digits.length < 3 + least ? digits : digits.replace(/\B(?=(\d{3})+$)/g, separator);
    }

    // Two braces stand for one.
    const fill = (text, values) => text.replace(/\{\{|\}\}|\{(\w+)\}/g, (found, name) =>
      name === undefined ? found[0] : typeof values[name] === "number" ? grouped(values[name]) : values[name]);

    function say(key, values = {}) {
      const forms = words[key];
      return fill(typeof forms === "string" ? forms : forms[values.count] ?? forms[plural.select(values.count)] ?? forms.other, values);
    }

    // The two largest neighbouring units, as the pages print them.
    function duration(seconds, zero) {
      if (!seconds) return zero;
      const parts = [86400, 3600, 60, 1].map((size, unit) => Math.floor(seconds / size) % [Infinity, 24, 60, 60][unit]);
      const first = parts.findIndex((part) => part > 0);
      return words.units.map((forms, at) => fill(forms[plural.select(parts[at])] ?? forms.other, { n: parts[at] }))
        .filter((_, at) => at === first || (at === first + 1 && parts[at])).join(words.joint);
    }

    return { say, grouped, duration };
  }

  scope.HangarRegister = { load, expand };
})(globalThis);
