=== a line; parts of periods are dashed
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show freight by month for 2025-01 .. 2025-04 chart line
--- stdout
<desc id="c1-d">A line chart of freight; 4 along its axis, first 2025-01, last 2025-04.</desc>
<text class="h" x="0" y="13">freight</text>
<line class="z" x1="30.9" y1="260" x2="714" y2="260"/>
<text class="a e" x="21.9" y="264">€0</text>
<line class="g" x1="30.9" y1="183.3" x2="714" y2="183.3"/>
<text class="a e" x="21.9" y="187.3">€5</text>
<line class="g" x1="30.9" y1="106.7" x2="714" y2="106.7"/>
<text class="a e" x="21.9" y="110.7">€10</text>
<line class="g" x1="30.9" y1="30" x2="714" y2="30"/>
<text class="a e" x="21.9" y="34">€15</text>
<path class="s0 f" d="M36.9 184.9L260.6 76L484.3 208.6L708 260"/>
<circle class="s0 o" cx="36.9" cy="184.9" r="3"><title>2025-01: €4.90◔</title></circle>
<circle class="s0" cx="260.6" cy="76" r="3"><title>2025-02: €12.00</title></circle>
<circle class="s0" cx="484.3" cy="208.6" r="3"><title>2025-03: €3.35</title></circle>
<circle class="s0" cx="708" cy="260" r="3"><title>2025-04: €0.00</title></circle>
<text class="a m" x="36.9" y="276">2025-01</text>
<text class="a m" x="260.6" y="276">2025-02</text>
<text class="a m" x="484.3" y="276">2025-03</text>
<text class="a m" x="692.5" y="276">2025-04</text>
<text class="n" x="0" y="296">hollow, dashed: covers its period in part</text>
</svg>

=== lines with their names at the end
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders, slow by quarter for 2025-Q1 .. 2025-Q2 chart line
--- stdout
<desc id="c1-d">A line chart of orders, slow; 2 along its axis, first 2025-Q1, last 2025-Q2.</desc>
<line class="z" x1="16.3" y1="238" x2="658.2" y2="238"/>
<text class="a e" x="7.3" y="242">0</text>
<line class="g" x1="16.3" y1="180.5" x2="658.2" y2="180.5"/>
<text class="a e" x="7.3" y="184.5">1</text>
<line class="g" x1="16.3" y1="123" x2="658.2" y2="123"/>
<text class="a e" x="7.3" y="127">2</text>
<line class="g" x1="16.3" y1="65.5" x2="658.2" y2="65.5"/>
<text class="a e" x="7.3" y="69.5">3</text>
<line class="g" x1="16.3" y1="8" x2="658.2" y2="8"/>
<text class="a e" x="7.3" y="12">4</text>
<path class="s0 f" d="M22.3 8L652.2 123"/>
<circle class="s0 o" cx="22.3" cy="8" r="3"><title>2025-Q1, orders: 4◔</title></circle>
<circle class="s0" cx="652.2" cy="123" r="3"><title>2025-Q2, orders: 2</title></circle>
<path class="s1 f" d="M22.3 180.5L652.2 238"/>
<circle class="s1 o" cx="22.3" cy="180.5" r="3"><title>2025-Q1, slow: 1◔</title></circle>
<circle class="s1" cx="652.2" cy="238" r="3"><title>2025-Q2, slow: 0</title></circle>
<text class="a m" x="25.6" y="254">2025-Q1</text>
<text class="a m" x="636.7" y="254">2025-Q2</text>
<text class="k s0" x="667.2" y="127">orders</text>
<text class="k s1" x="667.2" y="242">slow</text>
<text class="n" x="0" y="274">hollow, dashed: covers its period in part</text>
</svg>

=== bars
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show freight by region chart bar
--- stdout
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

=== bars of two dimensions
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders by region, status chart bar
--- stdout
<desc id="c1-d">A bar chart of orders; 3 along its axis, first North, last (none).</desc>
<text class="h" x="0" y="13">orders</text>
<text class="l" x="0" y="38">North</text>
<text class="l" x="52.8" y="38">done</text>
<rect class="s0" x="91" y="26" width="306.4" height="16"><title>North, done: 1</title></rect>
<text class="v" x="402.4" y="38">1</text>
<text class="l" x="52.8" y="62">open</text>
<rect class="s1" x="91" y="50" width="306.4" height="16"><title>North, open: 1</title></rect>
<text class="v" x="402.4" y="62">1</text>
<text class="l" x="0" y="86">South</text>
<text class="l" x="52.8" y="86">done</text>
<rect class="s0" x="91" y="74" width="612.7" height="16"><title>South, done: 2</title></rect>
<text class="v" x="708.7" y="86">2</text>
<text class="l" x="0" y="110">(none)</text>
<text class="l" x="52.8" y="110">done</text>
<rect class="s0" x="91" y="98" width="612.7" height="16"><title>(none), done: 2</title></rect>
<text class="v" x="708.7" y="110">2</text>
<line class="z" x1="91" y1="22" x2="91" y2="118"/>
</svg>

=== columns with values
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show freight by quarter for 2025-Q1 .. 2025-Q3 chart column
--- stdout
<desc id="c1-d">A column chart of freight; 3 along its axis, first 2025-Q1, last 2025-Q3.</desc>
<text class="h" x="0" y="13">freight</text>
<line class="z" x1="30.9" y1="266" x2="354.9" y2="266"/>
<text class="a e" x="21.9" y="270">€0</text>
<line class="g" x1="30.9" y1="220" x2="354.9" y2="220"/>
<text class="a e" x="21.9" y="224">€5</text>
<line class="g" x1="30.9" y1="174" x2="354.9" y2="174"/>
<text class="a e" x="21.9" y="178">€10</text>
<line class="g" x1="30.9" y1="128" x2="354.9" y2="128"/>
<text class="a e" x="21.9" y="132">€15</text>
<line class="g" x1="30.9" y1="82" x2="354.9" y2="82"/>
<text class="a e" x="21.9" y="86">€20</text>
<line class="g" x1="30.9" y1="36" x2="354.9" y2="36"/>
<text class="a e" x="21.9" y="40">€25</text>
<rect class="s0 p" x="46" y="79.7" width="77.8" height="186.3"><title>2025-Q1: €20.25◔</title></rect>
<rect class="s0" x="154" y="185.5" width="77.8" height="80.5"><title>2025-Q2: €8.75</title></rect>
<text class="v m" x="84.9" y="75.7">€20.25◔</text>
<text class="v m" x="192.9" y="181.5">€8.75</text>
<text class="a m" x="84.9" y="282">2025-Q1</text>
<text class="a m" x="192.9" y="282">2025-Q2</text>
<text class="a m" x="300.9" y="282">2025-Q3</text>
<text class="n" x="0" y="302">lighter: covers its period in part</text>
</svg>

=== columns that are parts of a whole stand on each other
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders by quarter, status for 2025-Q1 .. 2025-Q2 chart column
--- stdout
<desc id="c1-d">A column chart of orders; 2 along its axis, first 2025-Q1, last 2025-Q2.</desc>
<text class="h" x="0" y="13">orders</text>
<line class="z" x1="16.3" y1="260" x2="232.3" y2="260"/>
<text class="a e" x="7.3" y="264">0</text>
<line class="g" x1="16.3" y1="202.5" x2="232.3" y2="202.5"/>
<text class="a e" x="7.3" y="206.5">1</text>
<line class="g" x1="16.3" y1="145" x2="232.3" y2="145"/>
<text class="a e" x="7.3" y="149">2</text>
<line class="g" x1="16.3" y1="87.5" x2="232.3" y2="87.5"/>
<text class="a e" x="7.3" y="91.5">3</text>
<line class="g" x1="16.3" y1="30" x2="232.3" y2="30"/>
<text class="a e" x="7.3" y="34">4</text>
<rect class="s0 p" x="31.4" y="87.5" width="77.8" height="172.5"><title>2025-Q1, done: 3◔</title></rect>
<rect class="s1 p" x="31.4" y="30" width="77.8" height="57.5"><title>2025-Q1, open: 1◔</title></rect>
<rect class="s0" x="139.4" y="145" width="77.8" height="115"><title>2025-Q2, done: 2</title></rect>
<rect class="s1" x="139.4" y="145" width="77.8" height="0"><title>2025-Q2, open: 0</title></rect>
<text class="a m" x="70.3" y="276">2025-Q1</text>
<text class="a m" x="178.3" y="276">2025-Q2</text>
<text class="k s1" x="241.3" y="149">open</text>
<text class="k s0" x="241.3" y="206.5">done</text>
<text class="n" x="0" y="296">lighter: covers its period in part</text>
</svg>

=== columns of two measures stand side by side
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders, slow by quarter for 2025-Q1 .. 2025-Q2 chart column
--- stdout
<desc id="c1-d">A column chart of orders, slow; 2 along its axis, first 2025-Q1, last 2025-Q2.</desc>
<rect class="s0" x="0" y="2" width="11" height="11"/>
<text class="l" x="16" y="12">orders</text>
<rect class="s1" x="75.8" y="2" width="11" height="11"/>
<text class="l" x="91.8" y="12">slow</text>
<line class="z" x1="16.3" y1="260" x2="232.3" y2="260"/>
<text class="a e" x="7.3" y="264">0</text>
<line class="g" x1="16.3" y1="202.5" x2="232.3" y2="202.5"/>
<text class="a e" x="7.3" y="206.5">1</text>
<line class="g" x1="16.3" y1="145" x2="232.3" y2="145"/>
<text class="a e" x="7.3" y="149">2</text>
<line class="g" x1="16.3" y1="87.5" x2="232.3" y2="87.5"/>
<text class="a e" x="7.3" y="91.5">3</text>
<line class="g" x1="16.3" y1="30" x2="232.3" y2="30"/>
<text class="a e" x="7.3" y="34">4</text>
<rect class="s0 p" x="24.9" y="30" width="44.4" height="230"><title>2025-Q1, orders: 4◔</title></rect>
<rect class="s1 p" x="70.3" y="202.5" width="44.4" height="57.5"><title>2025-Q1, slow: 1◔</title></rect>
<rect class="s0" x="132.9" y="145" width="44.4" height="115"><title>2025-Q2, orders: 2</title></rect>
<rect class="s1" x="178.3" y="260" width="44.4" height="0"><title>2025-Q2, slow: 0</title></rect>
<text class="a m" x="70.3" y="276">2025-Q1</text>
<text class="a m" x="178.3" y="276">2025-Q2</text>
<text class="n" x="0" y="296">lighter: covers its period in part</text>
</svg>

=== an area
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show freight by quarter for 2025 chart area
--- stdout
<desc id="c1-d">A area chart of freight; 4 along its axis, first 2025-Q1, last 2025-Q4.</desc>
<text class="h" x="0" y="13">freight</text>
<line class="z" x1="30.9" y1="260" x2="714" y2="260"/>
<text class="a e" x="21.9" y="264">€0</text>
<line class="g" x1="30.9" y1="214" x2="714" y2="214"/>
<text class="a e" x="21.9" y="218">€5</text>
<line class="g" x1="30.9" y1="168" x2="714" y2="168"/>
<text class="a e" x="21.9" y="172">€10</text>
<line class="g" x1="30.9" y1="122" x2="714" y2="122"/>
<text class="a e" x="21.9" y="126">€15</text>
<line class="g" x1="30.9" y1="76" x2="714" y2="76"/>
<text class="a e" x="21.9" y="80">€20</text>
<line class="g" x1="30.9" y1="30" x2="714" y2="30"/>
<text class="a e" x="21.9" y="34">€25</text>
<path class="s0 w" d="M36.9 73.7L260.6 179.5L260.6 260L36.9 260Z"/>
<path class="s0 f" d="M36.9 73.7L260.6 179.5"/>
<circle class="s0 o" cx="36.9" cy="73.7" r="3"><title>2025-Q1: €20.25◔</title></circle>
<circle class="s0" cx="260.6" cy="179.5" r="3"><title>2025-Q2: €8.75</title></circle>
<text class="a m" x="36.9" y="276">2025-Q1</text>
<text class="a m" x="260.6" y="276">2025-Q2</text>
<text class="a m" x="484.3" y="276">2025-Q3</text>
<text class="a m" x="692.5" y="276">2025-Q4</text>
<text class="n" x="0" y="296">lighter: covers its period in part</text>
</svg>

=== areas that are parts of a whole
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders by status, quarter for 2025-Q1 .. 2025-Q2 chart area
--- stdout
<desc id="c1-d">A area chart of orders; 2 along its axis, first 2025-Q1, last 2025-Q2.</desc>
<text class="h" x="0" y="13">orders</text>
<line class="z" x1="16.3" y1="260" x2="672.8" y2="260"/>
<text class="a e" x="7.3" y="264">0</text>
<line class="g" x1="16.3" y1="202.5" x2="672.8" y2="202.5"/>
<text class="a e" x="7.3" y="206.5">1</text>
<line class="g" x1="16.3" y1="145" x2="672.8" y2="145"/>
<text class="a e" x="7.3" y="149">2</text>
<line class="g" x1="16.3" y1="87.5" x2="672.8" y2="87.5"/>
<text class="a e" x="7.3" y="91.5">3</text>
<line class="g" x1="16.3" y1="30" x2="672.8" y2="30"/>
<text class="a e" x="7.3" y="34">4</text>
<path class="s0" d="M22.3 87.5L666.8 145L666.8 260L22.3 260Z"/>
<circle class="s0 q" cx="22.3" cy="87.5" r="3"><title>2025-Q1, done: 3◔</title></circle>
<circle class="s0 q" cx="666.8" cy="145" r="3"><title>2025-Q2, done: 2</title></circle>
<path class="s1" d="M22.3 30L666.8 145L666.8 145L22.3 87.5Z"/>
<circle class="s1 q" cx="22.3" cy="30" r="3"><title>2025-Q1, open: 1◔</title></circle>
<circle class="s1 q" cx="666.8" cy="145" r="3"><title>2025-Q2, open: 0</title></circle>
<text class="a m" x="25.6" y="276">2025-Q1</text>
<text class="a m" x="651.3" y="276">2025-Q2</text>
<text class="k s1" x="681.8" y="149">open</text>
<text class="k s0" x="681.8" y="206.5">done</text>
<text class="n" x="0" y="296">lighter: covers its period in part</text>
</svg>

=== a funnel
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders, slow chart funnel
--- stdout
<desc id="c1-d">A funnel chart of ; 2 along its axis, first orders, last slow.</desc>
<text class="a e" x="630.7" y="12">of first</text>
<text class="a e" x="720" y="12">of previous</text>
<text class="l" x="0" y="35">orders</text>
<rect class="s0" x="52.8" y="22" width="472.3" height="18"><title>orders: 6</title></rect>
<text class="v e" x="541.4" y="35">6</text>
<text class="a e" x="630.7" y="35">100.0%</text>
<text class="l" x="0" y="61">slow</text>
<rect class="s0" x="249.6" y="48" width="78.7" height="18"><title>slow: 1</title></rect>
<text class="v e" x="541.4" y="61">1</text>
<text class="a e" x="630.7" y="61">16.7%</text>
<text class="a e" x="720" y="61">16.7%</text>
</svg>

=== a waterfall with a step down
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show freight - 6 EUR as over by region chart waterfall
--- stdout
<desc id="c1-d">A waterfall chart of over; 3 along its axis, first North, last (none).</desc>
<text class="h" x="0" y="13">over</text>
<text class="l" x="0" y="39">North</text>
<rect class="neg" x="52.8" y="26" width="44.2" height="18"/>
<line class="j" x1="52.8" y1="44" x2="52.8" y2="52"/>
<text class="v e" x="658.2" y="39">-€1.10</text>
<text class="a e" x="720" y="39">-€1.10</text>
<text class="l" x="0" y="65">South</text>
<rect class="s0" x="52.8" y="52" width="552.6" height="18"/>
<line class="j" x1="605.4" y1="70" x2="605.4" y2="78"/>
<text class="v e" x="658.2" y="65">€13.75</text>
<text class="a e" x="720" y="65">€12.65</text>
<text class="l" x="0" y="91">(none)</text>
<rect class="neg" x="539.1" y="78" width="66.3" height="18"/>
<line class="j" x1="539.1" y1="96" x2="539.1" y2="104"/>
<text class="v e" x="658.2" y="91">-€1.65</text>
<text class="a e" x="720" y="91">€11.00</text>
<text class="h" x="0" y="117">total</text>
<rect class="s6" x="97" y="104" width="442.1" height="18"/>
<text class="h e" x="720" y="117">€11.00</text>
<line class="z" x1="97" y1="22" x2="97" y2="126"/>
</svg>

=== a heatmap
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders by region, quarter for 2025-Q1 .. 2025-Q2 chart heatmap
--- stdout
<desc id="c1-d">A heatmap chart of orders; 2 along its axis, first 2025-Q1, last 2025-Q2.</desc>
<text class="h" x="0" y="13">orders</text>
<g class="s0">
<text class="a m" x="107.8" y="34">2025-Q1</text>
<text class="a m" x="217.8" y="34">2025-Q2</text>
<text class="l" x="0" y="60">North</text>
<rect x="52.8" y="42" width="108.5" height="26.5"><title>2025-Q1, North: 2◔</title></rect>
<text class="i m" x="107" y="60">2◔</text>
<rect x="162.8" y="42" width="108.5" height="26.5" fill-opacity=".08"><title>2025-Q2, North: 0</title></rect>
<text class="c m" x="217" y="60">0</text>
<text class="l" x="0" y="88">South</text>
<rect x="52.8" y="70" width="108.5" height="26.5" fill-opacity=".54"><title>2025-Q1, South: 1◔</title></rect>
<text class="c m" x="107" y="88">1◔</text>
<rect x="162.8" y="70" width="108.5" height="26.5" fill-opacity=".54"><title>2025-Q2, South: 1</title></rect>
<text class="c m" x="217" y="88">1</text>
<text class="l" x="0" y="116">(none)</text>
<rect x="52.8" y="98" width="108.5" height="26.5" fill-opacity=".54"><title>2025-Q1, (none): 1◔</title></rect>
<text class="c m" x="107" y="116">1◔</text>
<rect x="162.8" y="98" width="108.5" height="26.5" fill-opacity=".54"><title>2025-Q2, (none): 1</title></rect>
<text class="c m" x="217" y="116">1</text>
<text class="a" x="52.8" y="145">0</text>
<rect x="66.1" y="134" width="18" height="13" fill-opacity=".08"/>
<rect x="84.1" y="134" width="18" height="13" fill-opacity=".26"/>
<rect x="102.1" y="134" width="18" height="13" fill-opacity=".44"/>
<rect x="120.1" y="134" width="18" height="13" fill-opacity=".63"/>
<rect x="138.1" y="134" width="18" height="13" fill-opacity=".81"/>
<rect x="156.1" y="134" width="18" height="13"/>
<text class="a" x="180.1" y="145">2◔</text>
</g>
</svg>

=== bullets
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders, slow + 1 as wanted by region chart bullet
--- stdout
<desc id="c1-d">A bullet chart of orders, wanted; 3 along its axis, first North, last (none).</desc>
<rect class="s0" x="0" y="4" width="12" height="8"/>
<text class="l" x="18" y="12">orders</text>
<rect class="t" x="75.8" y="1" width="3" height="14"/>
<text class="l" x="84.8" y="12">wanted</text>
<text class="l" x="0" y="38">North</text>
<rect class="b" x="52.8" y="25" width="614.4" height="18"/>
<rect class="s0" x="52.8" y="29" width="611.4" height="10"><title>North, orders: 2</title></rect>
<rect class="t" x="358.5" y="24" width="3" height="20"><title>North, wanted: 1</title></rect>
<text class="v e" x="720" y="38">2 of 1</text>
<text class="l" x="0" y="66">South</text>
<rect class="b" x="52.8" y="53" width="614.4" height="18"/>
<rect class="s0" x="52.8" y="57" width="611.4" height="10"><title>South, orders: 2</title></rect>
<rect class="t" x="664.2" y="52" width="3" height="20"><title>South, wanted: 2</title></rect>
<text class="v e" x="720" y="66">2 of 2</text>
<text class="l" x="0" y="94">(none)</text>
<rect class="b" x="52.8" y="81" width="614.4" height="18"/>
<rect class="s0" x="52.8" y="85" width="611.4" height="10"><title>(none), orders: 2</title></rect>
<rect class="t" x="358.5" y="80" width="3" height="20"><title>(none), wanted: 1</title></rect>
<text class="v e" x="720" y="94">2 of 1</text>
</svg>

=== sparklines
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show orders by status, quarter for 2025 chart sparkline
--- stdout
<desc id="c1-d">A sparkline chart of orders; 4 along its axis, first 2025-Q1, last 2025-Q4.</desc>
<text class="h" x="0" y="13">orders</text>
<text class="l" x="0" y="41">done</text>
<path class="s0 f" d="M38.2 26L158.2 48"/>
<circle class="s0" cx="158.2" cy="48" r="3"><title>2025-Q2, done: 2</title></circle>
<text class="v e" x="423.5" y="41">2</text>
<text class="l" x="0" y="71">open</text>
<path class="s0 f" d="M38.2 56L158.2 78"/>
<circle class="s0" cx="158.2" cy="78" r="3"><title>2025-Q2, open: 0</title></circle>
<text class="v e" x="423.5" y="71">0</text>
</svg>

=== bars below zero
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show freight - 6 EUR as over by region chart bar
--- stdout
<desc id="c1-d">A bar chart of over; 3 along its axis, first North, last (none).</desc>
<text class="h" x="0" y="13">over</text>
<text class="l" x="0" y="38">North</text>
<rect class="neg" x="125.7" y="26" width="40.1" height="16"><title>North: -€1.10</title></rect>
<text class="v e" x="120.7" y="38">-€1.10</text>
<text class="l" x="0" y="62">South</text>
<rect class="s0" x="165.8" y="50" width="501.4" height="16"><title>South: €13.75</title></rect>
<text class="v" x="672.2" y="62">€13.75</text>
<text class="l" x="0" y="86">(none)</text>
<rect class="neg" x="105.6" y="74" width="60.2" height="16"><title>(none): -€1.65</title></rect>
<text class="v e" x="100.6" y="86">-€1.65</text>
<line class="z" x1="165.8" y1="22" x2="165.8" y2="94"/>
</svg>

=== a share is no part of a whole
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
\shared schema/shop_orders.koers
show late by quarter, status for 2025-Q1 .. 2025-Q2 chart column
--- stdout
<desc id="c1-d">A column chart of late; 2 along its axis, first 2025-Q1, last 2025-Q2.</desc>
<text class="h" x="0" y="13">late</text>
<rect class="s0" x="0" y="24" width="11" height="11"/>
<text class="l" x="16" y="34">done</text>
<rect class="s1" x="61.2" y="24" width="11" height="11"/>
<text class="l" x="77.2" y="34">open</text>
<line class="z" x1="30.9" y1="282" x2="246.9" y2="282"/>
<text class="a e" x="21.9" y="286">0%</text>
<line class="g" x1="30.9" y1="224.5" x2="246.9" y2="224.5"/>
<text class="a e" x="21.9" y="228.5">10%</text>
<line class="g" x1="30.9" y1="167" x2="246.9" y2="167"/>
<text class="a e" x="21.9" y="171">20%</text>
<line class="g" x1="30.9" y1="109.5" x2="246.9" y2="109.5"/>
<text class="a e" x="21.9" y="113.5">30%</text>
<line class="g" x1="30.9" y1="52" x2="246.9" y2="52"/>
<text class="a e" x="21.9" y="56">40%</text>
<rect class="s0 p" x="39.5" y="90.3" width="44.4" height="191.7"><title>2025-Q1, done: 33.3%◔</title></rect>
<rect class="s1 p" x="84.9" y="282" width="44.4" height="0"><title>2025-Q1, open: 0.0%◔</title></rect>
<rect class="s0" x="147.5" y="282" width="44.4" height="0"><title>2025-Q2, done: 0.0%</title></rect>
<text class="a m" x="84.9" y="298">2025-Q1</text>
<text class="a m" x="192.9" y="298">2025-Q2</text>
<text class="n" x="0" y="318">lighter: covers its period in part</text>
</svg>

=== what is uncertain is a field from the last known value on
--- schema months
--- args
run input.koers --today 2025-12-01 --format svg | sed -n '/<desc/,/<.svg>/p'
--- input
open "store.db"
source sales from table sales { key id time sold = day measure amount : money(EUR) = sum(amount) }
forecast amount by month next 3 using naive chart line
--- stdout
<desc id="c1-d">A line chart of value, p10, p90; 6 along its axis, first 2025-09, last 2026-02.</desc>
<line class="g" x1="38.2" y1="238" x2="665.5" y2="238"/>
<text class="a e" x="29.2" y="242">€170</text>
<line class="g" x1="38.2" y1="161.3" x2="665.5" y2="161.3"/>
<text class="a e" x="29.2" y="165.3">€180</text>
<line class="g" x1="38.2" y1="84.7" x2="665.5" y2="84.7"/>
<text class="a e" x="29.2" y="88.7">€190</text>
<line class="g" x1="38.2" y1="8" x2="665.5" y2="8"/>
<text class="a e" x="29.2" y="12">€200</text>
<path class="s0 w" d="M290.3 130.7L413.4 76.8L536.4 54.6L659.5 37.5L659.5 223.8L536.4 206.7L413.4 184.5Z"/>
<path class="s0 f" d="M44.2 146L167.3 138.3L290.3 130.7"/>
<path class="s0 f d" d="M290.3 130.7L413.4 130.7L536.4 130.7L659.5 130.7"/>
<circle class="s0" cx="44.2" cy="146" r="3"><title>2025-09, value: €182.00</title></circle>
<circle class="s0" cx="167.3" cy="138.3" r="3"><title>2025-10, value: €183.00</title></circle>
<circle class="s0" cx="290.3" cy="130.7" r="3"><title>2025-11, value: €184.00</title></circle>
<circle class="s0 o" cx="413.4" cy="130.7" r="3"><title>2025-12, value: €184.00</title></circle>
<circle class="s0 o" cx="536.4" cy="130.7" r="3"><title>2026-01, value: €184.00</title></circle>
<circle class="s0 o" cx="659.5" cy="130.7" r="3"><title>2026-02, value: €184.00</title></circle>
<text class="a m" x="44.2" y="254">2025-09</text>
<text class="a m" x="167.3" y="254">2025-10</text>
<text class="a m" x="290.3" y="254">2025-11</text>
<text class="a m" x="413.4" y="254">2025-12</text>
<text class="a m" x="536.4" y="254">2026-01</text>
<text class="a m" x="644" y="254">2026-02</text>
<text class="k s0" x="674.5" y="41.5">p90</text>
<text class="k s0" x="674.5" y="134.7">value</text>
<text class="k s0" x="674.5" y="227.8">p10</text>
<text class="n" x="0" y="274">hollow, dashed: expected</text>
</svg>

=== long names: in lines over the columns of a heatmap, whole beside bars
--- schema shop
--- args
run input.koers --today 2026-02-01 --format svg | sed -n 's/^<text class="[la]\( m\)\{0,1\}" x="[^"]*"\(.*\)<.text>$/\2/p'
--- input
open "store.db"
source orders from table orders { entity order key order_id  time ordered = order_date  dimension team = "Team " || status || " of the northern inside sales"  measure freight : money(EUR) = sum(freight) }
show freight by month across team for 2025 chart heatmap
show freight by team, month for 2025-01 .. 2025-03 sparse chart bar
--- stdout
 y="34">Team done of
 y="48">the northern
 y="62">inside sales
 y="34">Team open of
 y="48">the northern
 y="62">inside sales
 y="88">2025-01
 y="116">2025-02
 y="144">2025-03
 y="172">2025-04
 y="200">2025-05
 y="228">2025-06
 y="256">2025-07
 y="256">–
 y="256">–
 y="284">2025-08
 y="284">–
 y="284">–
 y="312">2025-09
 y="312">–
 y="312">–
 y="340">2025-10
 y="340">–
 y="340">–
 y="368">2025-11
 y="368">–
 y="368">–
 y="396">2025-12
 y="396">–
 y="396">–
 y="425">€0.00◔
 y="425">€12.00
 y="38">Team done of the northern inside sales
 y="38">2025-01
 y="62">2025-02
 y="86">2025-03
 y="110">Team open of the northern inside sales
 y="110">2025-02

=== what is expected: lighter columns, framed cells, dashed lines
--- schema months
--- args
run input.koers --today 2025-11-10 --format svg | grep -o 'class="\(s[0-9][^"]*\|r\)"\|expected<' | uniq -c
--- input
open "store.db"
source sales from table sales { key id time sold = day dimension region measure amount : money(EUR) = sum(amount) }
forecast amount by month next 2 using naive chart column
forecast amount by month, region next 2 using naive chart heatmap
forecast amount by month, region next 2 using naive chart line
forecast amount by month next 2 using naive chart bar
--- stdout
      2 class="s0"
      2 class="s0 p"
      1 expected<
      1 class="s0"
      4 class="r"
      1 expected<
      1 class="s0 f"
      1 class="s0 f d"
      2 class="s0"
      2 class="s0 o"
      1 class="s1 f"
      1 class="s1 f d"
      2 class="s1"
      2 class="s1 o"
      1 expected<
      2 class="s0"
      2 class="s0 p"
      1 expected<
