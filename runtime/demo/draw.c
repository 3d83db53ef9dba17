/* splitmix64: the state is a counter, what comes out is the counter mixed. */
#include "runtime/demo/draw.h"

static const uint64_t GOLDEN = 0x9E3779B97F4A7C15u; /* 2^64 / the golden ratio */

static uint64_t mix(uint64_t z)
{
    z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9u;
    z = (z ^ (z >> 27)) * 0x94D049BB133111EBu;
    return z ^ (z >> 31);
}

Draw draw_from(uint64_t seed, DrawSubject subject, uint64_t id)
{
    uint64_t state = mix(seed + GOLDEN) + (uint64_t)subject;
    return (Draw){mix(mix(state) + id * GOLDEN)};
}

uint64_t draw_next(Draw *draw)
{
    draw->state += GOLDEN;
    return mix(draw->state);
}

/* `n` parts of 2^32, of which the fraction lies in this one. */
static uint32_t part_of(uint32_t fraction, uint32_t n)
{
    return (uint32_t)((uint64_t)fraction * n >> 32);
}

static uint32_t draw_fraction(Draw *draw)
{
    return (uint32_t)(draw_next(draw) >> 32);
}

int draw_below(Draw *draw, int n)
{
    return (int)part_of(draw_fraction(draw), (uint32_t)n);
}

int draw_between(Draw *draw, int low, int high)
{
    return low + draw_below(draw, high - low + 1);
}

bool draw_happens(Draw *draw, int permille)
{
    return draw_below(draw, 1000) < permille;
}

int curve_at(const CurvePoint *curve, uint32_t fraction)
{
    int64_t at = (int64_t)((uint64_t)fraction * 1000000 >> 32); /* millionths */
    while (curve[1].at < 1000 && at >= curve[1].at * 1000)
        curve++;
    int64_t width = (curve[1].at - curve[0].at) * 1000;
    int64_t rise = curve[1].value - curve[0].value;
    return curve[0].value + (int)(rise * (at - curve[0].at * 1000) / width);
}

int draw_curve(Draw *draw, const CurvePoint *curve)
{
    return curve_at(curve, draw_fraction(draw));
}

int draw_weighted(Draw *draw, const int *weight, int n)
{
    int sum = 0;
    for (int i = 0; i < n; i++)
        sum += weight[i];
    int left = draw_below(draw, sum);
    int i = 0;
    while (left >= weight[i])
        left -= weight[i++];
    return i;
}

uint32_t draw_even(uint64_t seed, DrawSubject subject, unsigned series, uint64_t id)
{
    /* 2^64 / the golden ratio; and the powers of 2^64 / the root of x^3 = x + 1:
       together they fill a square evenly. */
    static const uint64_t step[] = {
        [DRAW_EVEN_KIND] = 0x9E3779B97F4A7C15u,
        [DRAW_EVEN_OUTCOME] = 0xC13FA9A902A6328Fu,
        [DRAW_EVEN_SIZE] = 0x91E10DA5C79E7B1Cu,
    };
    uint64_t start = mix(mix(seed + GOLDEN) + (uint64_t)subject * 16 + series);
    return (uint32_t)((start + id * step[subject]) >> 32);
}
