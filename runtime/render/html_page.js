// Tables sort by a column: a button in its header, up, down, and as they came. Lines of
// totals stay at the end of their part.
(function () {
  "use strict";
  function value(row, column, isNumber) {
    var cell = row.cells[column];
    var raw = cell.getAttribute("data-v");
    if (raw === null) raw = cell.textContent;
    else if (raw === "") return null;
    return isNumber ? Number(raw) : raw.toLowerCase();
  }
  function compare(a, b) {
    if (a === b) return 0;
    return a < b ? -1 : 1;
  }
  function sort(table, th, how) {
    var column = Number(th.getAttribute("data-c"));
    var isNumber = th.classList.contains("n");
    var sign = how === "descending" ? -1 : 1;
    table.classList.toggle("grouped", how === "none");
    Array.prototype.forEach.call(table.tBodies, function (body) {
      var rows = Array.prototype.filter.call(body.rows, function (row) {
        return !row.classList.contains("lv");
      });
      var first = Array.prototype.find.call(body.rows, function (row) {
        return row.classList.contains("lv");
      }) || null;
      rows.sort(function (a, b) {
        if (how !== "none") {
          var x = value(a, column, isNumber), y = value(b, column, isNumber);
          if (x === null || y === null) {
            if (x !== y) return x === null ? 1 : -1;
          } else {
            var d = compare(x, y) * sign;
            if (d) return d;
          }
        }
        return a.koersPlace - b.koersPlace;
      });
      rows.forEach(function (row) { body.insertBefore(row, first); });
    });
    table.querySelectorAll("th[data-c]").forEach(function (other) {
      other.setAttribute("aria-sort", other === th ? how : "none");
    });
  }
  document.querySelectorAll("table").forEach(function (table) {
    Array.prototype.forEach.call(table.rows, function (row, i) { row.koersPlace = i; });
    table.querySelectorAll("th[data-c]").forEach(function (th) {
      var label = th.querySelector(".t");
      var button = document.createElement("button");
      button.type = "button";
      button.className = "sort";
      button.title = "Sort";
      while (label.firstChild) button.appendChild(label.firstChild);
      label.appendChild(button);
      th.setAttribute("aria-sort", "none");
      button.addEventListener("click", function () {
        var now = th.getAttribute("aria-sort");
        var down = th.classList.contains("n");
        var next = now === "none" ? (down ? "descending" : "ascending")
          : (now === "descending") === down ? (down ? "ascending" : "descending")
            : "none";
        sort(table, th, next);
      });
    });
  });
})();
