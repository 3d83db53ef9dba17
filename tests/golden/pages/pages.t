=== a page of a report
--- schema shop
--- args
run input.koers --today 2026-02-01; cat out.html | sed -e '/^<style>/,/^<.style>/d' -e '/^<script>/,/^<.script>/d' -e '/^<svg/,/^<.svg>/d' -e '/Content-Security/d'; rm -f out.html; true
--- input
open "store.db"
source customers from table customers { entity customer key customer_id label name  dimension region, segment }
source orders from table orders { entity order key order_id  join customers on customer_id  time ordered = order_date  covers 2025-01 .. 2025-12  dimension status  measure freight : money(EUR) = sum(freight)  measure orders = count()  measure slow = count() where ship_date > order_date + 3 days  measure late : percent = slow / orders }
report slow_orders(year : period = 2025, least = all) "Slow orders in {$year}"
  question "Who waits & why?"
  level tactical  audience managers, board  rhythm monthly  serves self_steering, alarm
{
  text "First line
second <line>."
  show freight, late by region for $year where status = "done" with total
    alarm when late > 40% "{region} waits: {late}"
    chart bar
}
run slow_orders() to "out.html"
--- stdout
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Slow orders in 2025</title>
</head>
<body>
<header>
<h1>Slow orders in 2025</h1>
<p class="question">Who waits &amp; why?</p>
<dl class="facts">
<div><dt>level</dt><dd>tactical</dd></div>
<div><dt>audience</dt><dd>managers, board</dd></div>
<div><dt>rhythm</dt><dd>monthly</dd></div>
<div><dt>serves</dt><dd>self_steering, alarm</dd></div>
<div><dt>year</dt><dd>2025</dd></div>
<div><dt>least</dt><dd>all</dd></div>
<div><dt>as of</dt><dd>2026-02-01</dd></div>
<div><dt>data until</dt><dd>2025-06-30</dd></div>
</dl>
<p class="raised alarm"><a href="#a1-s">1 alarm</a></p>
</header>
<main>
<p class="text">First line
second &lt;line&gt;.</p>
<div class="answer">
<ul class="signals" id="a1-s">
<li class="alarm">alarm: South waits: 50.0%</li>
</ul>
<figure>
</figure>
<div class="data">
<div class="scroll" tabindex="0" role="region" aria-label="Table">
<table class="grouped">
<caption>freight, late by region</caption>
<thead>
<tr><th scope="col" data-c="0"><span class="t">region</span><button class="why" popovertarget="w0" aria-label="What is region?">i</button></th><th scope="col" data-c="1" class="n"><span class="t">freight</span><button class="why" popovertarget="w1" aria-label="What is freight?">i</button></th><th scope="col" data-c="2" class="n"><span class="t">late</span><button class="why" popovertarget="w2" aria-label="What is late?">i</button></th></tr>
</thead>
<tbody>
<tr><th scope="row">North</th><td data-v=4.9>€4.90</td><td data-v=0>0.0%</td></tr>
<tr class="alarm"><th scope="row">South</th><td data-v=19.75>€19.75</td><td data-v=0.5>50.0%</td></tr>
<tr><th scope="row">(none)</th><td data-v=4.35>€4.35</td><td data-v=0>0.0%</td></tr>
</tbody>
<tfoot>
<tr class="lv"><th scope="row">total</th><td>€29.00</td><td>20.0%</td></tr>
</tfoot>
</table>
</div>
<details><summary>How this was asked</summary>
<pre>show freight, late by region for $year where status = &quot;done&quot; with total
  alarm when late &gt; 40% &quot;{region} waits: {late}&quot;
  chart bar</pre></details>
<div popover role="dialog" id="w0" aria-label="region">
<p class="t">region</p>
<dl>
<dt>region</dt><dd>region</dd>
<dt>source</dt><dd>customers</dd>
</dl>
<button popovertarget="w0" popovertargetaction="hide">Close</button>
</div>
<div popover role="dialog" id="w1" aria-label="freight">
<p class="t">freight</p>
<dl>
<dt>freight</dt><dd>measure freight : money(EUR) = sum(freight)</dd>
<dt>on totals</dt><dd>added up over everything</dd>
<dt>source</dt><dd>orders</dd>
<dt>asked</dt><dd>for $year</dd>
<dt>asked</dt><dd>where status = &quot;done&quot;</dd>
</dl>
<button popovertarget="w1" popovertargetaction="hide">Close</button>
</div>
<div popover role="dialog" id="w2" aria-label="late">
<p class="t">late</p>
<dl>
<dt>late</dt><dd>measure late : percent = slow / orders</dd>
<dt>slow</dt><dd>measure slow = count() where ship_date &gt; order_date + 3 days</dd>
<dt>orders</dt><dd>measure orders = count()</dd>
<dt>on totals</dt><dd>computed anew from its parts on each level, never added up</dd>
<dt>source</dt><dd>orders</dd>
<dt>asked</dt><dd>for $year</dd>
<dt>asked</dt><dd>where status = &quot;done&quot;</dd>
</dl>
<button popovertarget="w2" popovertargetaction="hide">Close</button>
</div>
</div>
</div>
</main>
<footer>
<dl class="facts">
<div><dt>store</dt><dd>store.db</dd></div>
<div><dt>definitions</dt><dd>a1b84b7f43e6</dd></div>
</dl>
</footer>
</body>
</html>

=== several reports in one page
--- schema shop
--- args
run input.koers --today 2026-02-01 --format html | sed -e '/^<style>/,/^<.style>/d' -e '/^<script>/,/^<.script>/d' -e '/^<svg/,/^<.svg>/d' -e '/Content-Security/d'; true
--- input
\shared schema/shop_orders.koers
report a() "A" { show orders }
report b() "B < C" { show orders }
run a()
run b()
--- stdout
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Reports</title>
</head>
<body>
<header>
<h1>Reports</h1>
<dl class="facts">
<div><dt>as of</dt><dd>2026-02-01</dd></div>
</dl>
<nav aria-label="Contents">
<ul>
<li><a href="#r1">A</a></li>
<li><a href="#r2">B &lt; C</a></li>
</ul>
</nav>
</header>
<main>
<section>
<header id="r1">
<h2>A</h2>
</header>
<div class="answer">
<div class="data">
<div class="scroll" tabindex="0" role="region" aria-label="Table">
<table class="grouped">
<caption>orders</caption>
<thead>
<tr><th scope="col" data-c="0" class="n"><span class="t">orders</span><button class="why" popovertarget="w0" aria-label="What is orders?">i</button></th></tr>
</thead>
<tbody>
<tr><td>6</td></tr>
</tbody>
</table>
</div>
<details><summary>How this was asked</summary>
<pre>show orders</pre></details>
<div popover role="dialog" id="w0" aria-label="orders">
<p class="t">orders</p>
<dl>
<dt>orders</dt><dd>measure orders = count()</dd>
<dt>on totals</dt><dd>added up over everything</dd>
<dt>source</dt><dd>orders</dd>
</dl>
<button popovertarget="w0" popovertargetaction="hide">Close</button>
</div>
</div>
</div>
</section>
<section>
<header id="r2">
<h2>B &lt; C</h2>
</header>
<div class="answer">
<div class="data">
<div class="scroll" tabindex="0" role="region" aria-label="Table">
<table class="grouped">
<caption>orders</caption>
<thead>
<tr><th scope="col" data-c="0" class="n"><span class="t">orders</span><button class="why" popovertarget="w0" aria-label="What is orders?">i</button></th></tr>
</thead>
<tbody>
<tr><td>6</td></tr>
</tbody>
</table>
</div>
<details><summary>How this was asked</summary>
<pre>show orders</pre></details>
</div>
</div>
</section>
</main>
<footer>
<dl class="facts">
<div><dt>store</dt><dd>store.db</dd></div>
<div><dt>definitions</dt><dd>0412e9415439</dd></div>
</dl>
</footer>
</body>
</html>

=== subtotals, across, empty values and no lines
--- schema shop
--- args
run input.koers --today 2026-02-01 --format html | sed -e '/^<style>/,/^<.style>/d' -e '/^<script>/,/^<.script>/d' -e '/^<svg/,/^<.svg>/d' -e '/Content-Security/d' | sed '/<div popover/,/^<.div>/d'; true
--- input
\shared schema/shop_orders.koers
show orders, freight by region across status with total
show orders by region, status with total, subtotals
show orders by region for 1990
--- stdout
<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Answers</title>
</head>
<body>
<header>
<h1>Answers</h1>
<dl class="facts">
<div><dt>as of</dt><dd>2026-02-01</dd></div>
<div><dt>data until</dt><dd>2025-06-30</dd></div>
</dl>
</header>
<main>
<section>
<div class="answer">
<div class="data">
<div class="scroll" tabindex="0" role="region" aria-label="Table">
<table class="grouped">
<caption>orders, freight by region</caption>
<thead>
<tr><td></td><th colspan="2" scope="colgroup">done</th><th colspan="2" scope="colgroup">open</th><th colspan="2" scope="colgroup">total</th></tr>
<tr><th scope="col" data-c="0"><span class="t">region</span><button class="why" popovertarget="w0" aria-label="What is region?">i</button></th><th scope="col" data-c="1" class="n"><span class="t">orders</span><button class="why" popovertarget="w1" aria-label="What is orders?">i</button></th><th scope="col" data-c="2" class="n"><span class="t">freight</span><button class="why" popovertarget="w2" aria-label="What is freight?">i</button></th><th scope="col" data-c="3" class="n"><span class="t">orders</span></th><th scope="col" data-c="4" class="n"><span class="t">freight</span></th><th scope="col" data-c="5" class="n"><span class="t">orders</span></th><th scope="col" data-c="6" class="n"><span class="t">freight</span></th></tr>
</thead>
<tbody>
<tr><th scope="row">North</th><td>1</td><td data-v=4.9>€4.90</td><td>1</td><td data-v=0>€0.00</td><td>2</td><td data-v=4.9>€4.90</td></tr>
<tr><th scope="row">South</th><td>2</td><td data-v=19.75>€19.75</td><td>0</td><td data-v=0>€0.00</td><td>2</td><td data-v=19.75>€19.75</td></tr>
<tr><th scope="row">(none)</th><td>2</td><td data-v=4.35>€4.35</td><td>0</td><td data-v=0>€0.00</td><td>2</td><td data-v=4.35>€4.35</td></tr>
</tbody>
<tfoot>
<tr class="lv"><th scope="row">total</th><td>5</td><td>€29.00</td><td>1</td><td>€0.00</td><td>6</td><td>€29.00</td></tr>
</tfoot>
</table>
</div>
<details><summary>How this was asked</summary>
<pre>show orders, freight by region across status with total</pre></details>
</div>
</div>
<div class="answer">
<div class="data">
<div class="scroll" tabindex="0" role="region" aria-label="Table">
<table class="grouped">
<caption>orders by region, status</caption>
<thead>
<tr><th scope="col" data-c="0"><span class="t">region</span><button class="why" popovertarget="w0" aria-label="What is region?">i</button></th><th scope="col" data-c="1"><span class="t">status</span><button class="why" popovertarget="w3" aria-label="What is status?">i</button></th><th scope="col" data-c="2" class="n"><span class="t">orders</span><button class="why" popovertarget="w1" aria-label="What is orders?">i</button></th></tr>
</thead>
<tbody>
<tr><th scope="row">North</th><td class="y">done</td><td>1</td></tr>
<tr><th scope="row" class="rep">North</th><td class="y">open</td><td>1</td></tr>
<tr class="lv"><th scope="row" class="rep">North</th><td class="y">total</td><td>2</td></tr>
</tbody>
<tbody>
<tr><th scope="row">South</th><td class="y">done</td><td>2</td></tr>
<tr class="lv"><th scope="row" class="rep">South</th><td class="y">total</td><td>2</td></tr>
</tbody>
<tbody>
<tr><th scope="row">(none)</th><td class="y">done</td><td>2</td></tr>
<tr class="lv"><th scope="row" class="rep">(none)</th><td class="y">total</td><td>2</td></tr>
</tbody>
<tfoot>
<tr class="lv"><th scope="row">total</th><td class="y"></td><td>6</td></tr>
</tfoot>
</table>
</div>
<details><summary>How this was asked</summary>
<pre>show orders by region, status with total, subtotals</pre></details>
</div>
</div>
<div class="answer">
<div class="data">
<div class="scroll" tabindex="0" role="region" aria-label="Table">
<table class="grouped">
<caption>orders by region</caption>
<thead>
<tr><th scope="col" data-c="0"><span class="t">region</span><button class="why" popovertarget="w0" aria-label="What is region?">i</button></th><th scope="col" data-c="1" class="n"><span class="t">orders</span><button class="why" popovertarget="w4" aria-label="What is orders?">i</button></th></tr>
</thead>
</table>
</div>
<p class="note">(no lines)</p>
<details><summary>How this was asked</summary>
<pre>show orders by region for 1990</pre></details>
</div>
</div>
</section>
</main>
<footer>
<dl class="facts">
<div><dt>store</dt><dd>store.db</dd></div>
<div><dt>definitions</dt><dd>1447e5725b3c</dd></div>
</dl>
</footer>
</body>
</html>

=== charts of a report in one file, and the questions without one left out
--- schema shop
--- args
run input.koers --today 2026-02-01; sed '/<style>/,/<.style>/d' out.svg; rm out.svg
--- input
\shared schema/shop_orders.koers
report r() "Freight & orders" { text "In euros"  show freight by region chart bar  show orders  show orders by status chart bar }
run r() to "out.svg"
--- stdout
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="760" height="284" viewBox="0 0 760 284">
<title>Freight &amp; orders</title>
<rect class="bg" width="760" height="284"/>
<text class="t" x="20" y="44">Freight &amp; orders</text>
<svg x="20" y="70" width="720" height="100" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="c1-t c1-d" viewBox="0 0 720 100">
<title id="c1-t">freight by region</title>
<desc id="c1-d">A bar chart of freight; 3 along its axis, first North, last (none).</desc>
<text class="h" x="0" y="13">freight</text>
<text class="l" x="0" y="38">North</text>
<rect class="s0" x="52.8" y="26" width="152.4" height="16"><title>North: €4.90</title></rect>
<text class="v" x="210.2" y="38">€4.90</text>
<text class="l" x="0" y="62">South</text>
<rect class="s0" x="52.8" y="50" width="614.4" height="16"><title>South: €19.75</title></rect>
<text class="v" x="672.2" y="62">€19.75</text>
<text class="l" x="0" y="86">(none)</text>
<rect class="s0" x="52.8" y="74" width="135.3" height="16"><title>(none): €4.35</title></rect>
<text class="v" x="193.1" y="86">€4.35</text>
<line class="z" x1="52.8" y1="22" x2="52.8" y2="94"/>
</svg>
<svg x="20" y="188" width="720" height="76" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="c2-t c2-d" viewBox="0 0 720 76">
<title id="c2-t">orders by status</title>
<desc id="c2-d">A bar chart of orders; 2 along its axis, first done, last open.</desc>
<text class="h" x="0" y="13">orders</text>
<text class="l" x="0" y="38">done</text>
<rect class="s0" x="38.2" y="26" width="665.5" height="16"><title>done: 5</title></rect>
<text class="v" x="708.7" y="38">5</text>
<text class="l" x="0" y="62">open</text>
<rect class="s0" x="38.2" y="50" width="133.1" height="16"><title>open: 1</title></rect>
<text class="v" x="176.3" y="62">1</text>
<line class="z" x1="38.2" y1="22" x2="38.2" y2="70"/>
</svg>
</svg>

=== no question asks for a chart
--- schema shop
--- args
run input.koers --today 2026-02-01; sed '/<style>/,/<.style>/d' out.svg; rm out.svg
--- input
\shared schema/shop_orders.koers
report r() { show orders }
run r() to "out.svg"
--- stdout
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="760" height="94" viewBox="0 0 760 94">
<title>r</title>
<rect class="bg" width="760" height="94"/>
<text class="t" x="20" y="44">r</text>
<text class="l" x="20" y="66">(no question here asks for a chart)</text>
</svg>

=== what the data hold is never markup
--- schema shop
update customers set region = '<script>alert(1)</script>' where region = 'North';
update customers set region = '" onload="x&amp;' || char(27) || '[31m' || char(8238) || cast(x'ff' as text) where region = 'South';
--- args
run input.koers --today 2026-02-01 --format html | sed -e '/^<style>/,/^<.style>/d' -e '/^<script>/,/^<.script>/d' | grep -aE '<tr|<text class=.l|<title|<desc|^<li'; true
--- input
\shared schema/shop_orders.koers
show orders by region chart bar
  alarm when orders > 1 "</ul><img src=x> {region}"
--- stdout
<title>Answers</title>
<li class="alarm">alarm: &lt;/ul&gt;&lt;img src=x&gt; &quot; onload=&quot;x&amp;amp;^[[31m&lt;U+202E&gt;�</li>
<li class="alarm">alarm: &lt;/ul&gt;&lt;img src=x&gt; &lt;script&gt;alert(1)&lt;/script&gt;</li>
<li class="alarm">alarm: &lt;/ul&gt;&lt;img src=x&gt; (none)</li>
<title id="a1-t">orders by region</title>
<desc id="a1-d">A bar chart of orders; 3 along its axis, first &quot; onload=&quot;x&amp;amp;^[[31m&lt;U+202E&gt;�, last (none). The table holds the same figures.</desc>
<text class="l" x="0" y="38">&quot; onload=&quot;x&amp;amp;^[[31m&lt;U+202E&gt;�</text>
<rect class="s0" x="235.3" y="26" width="468.4" height="16"><title>&quot; onload=&quot;x&amp;amp;^[[31m&lt;U+202E&gt;�: 2</title></rect>
<text class="l" x="0" y="62">&lt;script&gt;alert(1)&lt;/script&gt;</text>
<rect class="s0" x="235.3" y="50" width="468.4" height="16"><title>&lt;script&gt;alert(1)&lt;/script&gt;: 2</title></rect>
<text class="l" x="0" y="86">(none)</text>
<rect class="s0" x="235.3" y="74" width="468.4" height="16"><title>(none): 2</title></rect>
<line class="z" x1="235.3" y1="22" x2="235.3" y2="94"/>
<title id="a1-m-t">orders by region</title>
<desc id="a1-m-d">A bar chart of orders; 3 along its axis, first &quot; onload=&quot;x&amp;amp;^[[31m&lt;U+202E&gt;�, last (none). The table holds the same figures.</desc>
<text class="l" x="0" y="38">&quot; onload=&quot;x&amp;amp;^[[31m&lt;U…</text>
<text class="l" x="0" y="62">&lt;script&gt;alert(1)&lt;/script&gt;</text>
<text class="l" x="0" y="86">(none)</text>
<line class="z" x1="196.7" y1="22" x2="196.7" y2="94"/>
<tr><th scope="col" data-c="0"><span class="t">region</span><button class="why" popovertarget="w0" aria-label="What is region?">i</button></th><th scope="col" data-c="1" class="n"><span class="t">orders</span><button class="why" popovertarget="w1" aria-label="What is orders?">i</button></th></tr>
<tr class="alarm"><th scope="row">&quot; onload=&quot;x&amp;amp;^[[31m&lt;U+202E&gt;�</th><td>2</td></tr>
<tr class="alarm"><th scope="row">&lt;script&gt;alert(1)&lt;/script&gt;</th><td>2</td></tr>
<tr class="alarm"><th scope="row">(none)</th><td>2</td></tr>

=== nor is it in a file of charts
--- schema shop
update customers set region = ']]></svg><script>' || char(7) where region = 'North';
--- args
run input.koers --today 2026-02-01 --format svg | sed '/<style>/,/<.style>/d'
--- input
\shared schema/shop_orders.koers
show orders by region chart bar
--- stdout
<?xml version="1.0" encoding="UTF-8"?>
<svg xmlns="http://www.w3.org/2000/svg" width="760" height="158" viewBox="0 0 760 158">
<title>Charts</title>
<rect class="bg" width="760" height="158"/>
<svg x="20" y="38" width="720" height="100" xmlns="http://www.w3.org/2000/svg" role="img" aria-labelledby="c1-t c1-d" viewBox="0 0 720 100">
<title id="c1-t">orders by region</title>
<desc id="c1-d">A bar chart of orders; 3 along its axis, first ]]&gt;&lt;/svg&gt;&lt;script&gt;^G, last (none).</desc>
<text class="h" x="0" y="13">orders</text>
<text class="l" x="0" y="38">]]&gt;&lt;/svg&gt;&lt;script&gt;^G</text>
<rect class="s0" x="147.7" y="26" width="556" height="16"><title>]]&gt;&lt;/svg&gt;&lt;script&gt;^G: 2</title></rect>
<text class="v" x="708.7" y="38">2</text>
<text class="l" x="0" y="62">South</text>
<rect class="s0" x="147.7" y="50" width="556" height="16"><title>South: 2</title></rect>
<text class="v" x="708.7" y="62">2</text>
<text class="l" x="0" y="86">(none)</text>
<rect class="s0" x="147.7" y="74" width="556" height="16"><title>(none): 2</title></rect>
<text class="v" x="708.7" y="86">2</text>
<line class="z" x1="147.7" y1="22" x2="147.7" y2="94"/>
</svg>
</svg>

=== a page allows its own style and script only
--- schema shop
--- args
run input.koers --today 2026-02-01 --format html | grep Content-Security | sed "s/sha256-[A-Za-z0-9+/]*=/sha256-HASH/g"
--- input
\shared schema/shop_orders.koers
show orders
--- stdout
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; base-uri 'none'; form-action 'none'; style-src 'sha256-HASH'; script-src 'sha256-HASH'">

=== reports that a report runs stand in its page, and a list of them at the top
--- schema shop
--- args
run input.koers --today 2026-02-01; grep '^#' out.md; sed -n -e '/^<body>/,/^<main>/p' -e '/^<p class="text">/p' -e '/^<header class="inner/,/^<.header>/p' out.html
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = order_date  measure orders = count() }
report detail(year : period = 2025) "Detail <of> {$year}" question "What?" { show orders for $year }
report part() "Part" { text "in part"  run detail() }
report all_of_it() "All" question "Everything?"  rhythm daily
{
  text "before"
  run part()
  text "between"
  run detail(year: 2024)
  text "behind"
}
run all_of_it() to "out.html", "out.md"
--- stdout
# All
## Part
### Detail &lt;of> 2025
## Detail &lt;of> 2024
<body>
<header>
<h1>All</h1>
<p class="question">Everything?</p>
<dl class="facts">
<div><dt>rhythm</dt><dd>daily</dd></div>
<div><dt>as of</dt><dd>2026-02-01</dd></div>
<div><dt>data until</dt><dd>2025-06-30</dd></div>
</dl>
<nav aria-label="Contents">
<ul>
<li><a href="#r1-1">Part</a></li>
<li><a href="#r1-3">Detail &lt;of&gt; 2024</a></li>
</ul>
</nav>
</header>
<main>
<p class="text">before</p>
<header class="inner" id="r1-1">
<h2>Part</h2>
</header>
<p class="text">in part</p>
<header class="inner deep" id="r1-2">
<h3>Detail &lt;of&gt; 2025</h3>
<p class="question">What?</p>
<dl class="facts">
<div><dt>year</dt><dd>2025</dd></div>
</dl>
</header>
<p class="text">between</p>
<header class="inner" id="r1-3">
<h2>Detail &lt;of&gt; 2024</h2>
<p class="question">What?</p>
<dl class="facts">
<div><dt>year</dt><dd>2024</dd></div>
</dl>
</header>
<p class="text">behind</p>

=== days after today are plans, no data
--- schema shop
--- args
run input.koers --today 2025-05-15; grep -o '<dt>as of.*\|<dt>data until.*' out.html; rm -f out.html; true
--- input
open "store.db"
source orders from table orders { time ordered = order_date  time shipped = ship_date  measure orders = count()  measure shipped_orders = count() on shipped }
report by_year() "Orders" { show orders, shipped_orders by year }
run by_year() to "out.html"
--- stdout
<dt>as of</dt><dd>2025-05-15</dd></div>
<dt>data until</dt><dd>2025-05-15</dd></div>
