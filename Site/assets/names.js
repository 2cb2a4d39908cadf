/* Names as somebody types them: without accents, in Cyrillic letters where the source writes Latin ones, and with a slip of the finger.
   Tests/Browser/names.mjs has examples. */
(function (scope) {
  "use strict";

  // Letter by letter, as English-speaking atlases write Russian names. Ukrainian and Belarusian have a few letters more.
  const CYRILLIC = Object.fromEntries([..."абвгдезийклмнопрстуфцъыьэґіў"].map((letter, at) => [letter, [..."abvgdeziyklmnoprstuf", "ts", "", "y", "", "e", "g", "i", "u"][at]]));
  Object.assign(CYRILLIC, { ё: "yo", ж: "zh", х: "kh", ч: "ch", ш: "sh", щ: "shch", ю: "yu", я: "ya", є: "ye", ї: "yi" });

  function fold(text) {
    return text.toLowerCase().replace(/[а-яёґієїў]/g, (letter) => CYRILLIC[letter] ?? letter)
      .normalize("NFD").replace(/\p{Mn}/gu, "").replace(/[\u2010-\u2015]/g, "-").replace(/[‘’ʼ]/g, "'");
  }

  const words = (text) => fold(text).match(/[\p{L}\p{N}]+/gu) || [];

  // How many letters differ, where two that changed places are one slip; more than `most` is Infinity.
  function distance(a, b, most) {
    if (Math.abs(a.length - b.length) > most) return Infinity;
    let [before, last, row] = [[], [], Array.from({ length: b.length + 1 }, (_, at) => at)];
    for (let i = 1; i <= a.length; i += 1) {
      [before, last, row] = [last, row, [i]];
      for (let j = 1; j <= b.length; j += 1) {
        const same = a[i - 1] === b[j - 1];
        row[j] = Math.min(last[j] + 1, row[j - 1] + 1, last[j - 1] + (same ? 0 : 1));
        if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) row[j] = Math.min(row[j], before[j - 2] + 1);
      }
      if (Math.min(...row) > most) return Infinity;
    }
    return row[b.length];
  }

  // A number is right or another one; of a short word any slip makes another word.
  const slips = (word) => /\d/.test(word) || word.length < 4 ? 0 : word.length < 8 ? 1 : 2;

  // `entries` have names, in the order in which equally good ones are offered.
  function index(entries) {
    const holders = new Map();
    entries.forEach((entry, at) => {
      for (const text of entry.names) {
        for (const word of words(text)) {
          const places = holders.get(word);
          if (!places) holders.set(word, [at]);
          else if (places[places.length - 1] !== at) places.push(at);
        }
      }
    });
    const folded = entries.map((entry) => entry.names.map(fold));

    // The words of the entries that are likely meant by one that is typed, with how far they are from it. The last word is still being typed.
    function meant(word, isLast) {
      const found = new Map();
      const most = slips(word);
      for (const known of holders.keys()) {
        if (known === word) found.set(known, 0);
        else if (known.startsWith(word)) found.set(known, isLast ? 0.5 : 0.75);
        else if (most) {
          const off = Math.min(distance(word, known, most), isLast && known.length > word.length ? distance(word, known.slice(0, word.length), most) + 0.25 : Infinity);
          if (off <= most + 0.25) found.set(known, 1 + off);
        }
      }
      return found;
    }

    // Entries that have all words, the nearest first, and the names that begin with the text before those that hold it.
    function find(text, limit) {
      const asked = words(text);
      if (!asked.length) return [];
      let scores;
      asked.forEach((word, at) => {
        const own = new Map();
        for (const [known, off] of meant(word, at === asked.length - 1)) {
          for (const entry of holders.get(known)) if (!(own.get(entry) <= off)) own.set(entry, off);
        }
        if (!scores) scores = own;
        else for (const [entry, off] of scores) own.has(entry) ? scores.set(entry, off + own.get(entry)) : scores.delete(entry);
      });
      // A slip is assumed only where nothing has the words as they are.
      const least = Math.min(...scores.values());
      const whole = fold(text.trim());
      return [...scores].filter(([, off]) => least >= 1 || off < 1).map(([at, off]) => {
        const name = folded[at].findIndex((one) => one.startsWith(whole));
        const isWhole = folded[at].includes(whole);
        return { at, score: off + (isWhole ? -2 : name === 0 ? -1 : name > 0 ? -0.5 : 0) };
      }).sort((a, b) => a.score - b.score || a.at - b.at).slice(0, limit).map(({ at }) => entries[at]);
    }

    // The text with each word in the spelling that the entries have. Null where they have it as it stands, or nothing like it.
    function respelled(text) {
      let isChanged = false;
      const typed = text.match(/[\p{L}\p{N}]+/gu) || [];
      const better = typed.map((word) => {
        const known = [...meant(fold(word), false)].sort((a, b) => a[1] - b[1] || holders.get(b[0]).length - holders.get(a[0]).length)[0];
        if (!known) return null;
        if (known[1] < 1 && fold(word) === word.toLowerCase()) return word;
        isChanged = true;
        return known[1] < 1 ? fold(word) : known[0];
      });
      return isChanged && !better.includes(null) ? better.join(" ") : null;
    }

    return { find, respelled };
  }

  scope.HangarNames = { fold, distance, index };
})(globalThis);
