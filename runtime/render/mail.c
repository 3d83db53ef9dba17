#include "runtime/render/mail.h"

#include "runtime/base/civil.h"
#include "runtime/base/sha256.h"
#include "runtime/base/utf8.h"

#include <string.h>

/* Lines have at most 76 signs, encoded words 75; ID: bytes of a hash. */
enum { LINE_MOST = 76, WORD_MOST = 75, ID_SIZE = 12, DAY_SECONDS = 86400 };

/* ---- addresses ---- */

/* One of a list, `name <a@b>` or `a@b`: its end is the comma or the end of the text. */
static const char *address_end(const char *text)
{
    bool quoted = false;
    for (; *text && (quoted || *text != ','); text++) {
        if (quoted && *text == '\\' && text[1])
            text++;
        else if (*text == '"')
            quoted = !quoted;
    }
    return text;
}

/* Where the address itself begins; `end`: it has no name. */
static const char *address_angle(const char *text, const char *end)
{
    const char *angle = end;
    while (angle > text && *angle != '<')
        angle--;
    return *angle == '<' ? angle : end;
}

static bool is_ascii(const char *text, const char *end)
{
    while (text < end && (unsigned char)*text < 0x80)
        text++;
    return text == end;
}

bool mail_is_address(const char *text)
{
    size_t len = strlen(text);
    bool is_blank = !text[strspn(text, " ")];
    for (const char *c = text; *c; c++) {
        if ((unsigned char)*c < ' ' || *c == 0x7F)
            return false;
    }
    if (is_blank || utf8_valid_prefix(text, len) < len)
        return false;
    for (const char *end; *text; text = *end ? end + 1 : end) {
        end = address_end(text);
        const char *angle = address_angle(text, end);
        if (!is_ascii(angle == end ? text : angle, end))
            return false;
    }
    return true;
}

/* ---- headers ---- */

static void add_date(StrBuf *sb, int64_t seconds)
{
    static const char *const weekday[] = {"Mon", "Tue", "Wed", "Thu",
                                          "Fri", "Sat", "Sun"};
    static const char *const month[] = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                        "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};
    Day day = civil_day_of(seconds);
    Civil civil = civil_from_day(day);
    int64_t of_day = seconds - (int64_t)day * DAY_SECONDS;
    strbuf_addf(sb, "Date: %s, %02d %s %04d %02d:%02d:%02d +0000\n",
                weekday[civil_weekday(day) - 1], civil.day, month[civil.month - 1],
                civil.year, (int)(of_day / 3600), (int)(of_day / 60 % 60),
                (int)(of_day % 60));
}

/* The same sign in a text or in an encoded word. */
static bool is_plain(unsigned char c)
{
    return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z');
}

static size_t character_size(const char *text)
{
    size_t n = 1;
    while (((unsigned char)text[n] & 0xC0) == 0x80)
        n++;
    return n;
}

/* RFC 2047: words of whole characters, each on a line of its own; `used` signs of the
   first line are taken. Returns how many of the last one. */
static size_t add_encoded(StrBuf *sb, const char *text, const char *end, size_t used)
{
    static const char begin[] = "=?UTF-8?Q?";
    strbuf_adds(sb, begin);
    used += sizeof begin - 1;
    while (text < end) {
        size_t n = character_size(text), size = 0;
        for (size_t i = 0; i < n; i++)
            size += is_plain((unsigned char)text[i]) || text[i] == ' ' ? 1 : 3;
        if (used + size + 2 > WORD_MOST) {
            strbuf_addf(sb, "?=\n %s", begin);
            used = sizeof begin;
        }
        for (size_t i = 0; i < n; i++, text++) {
            if (*text == ' ')
                strbuf_addc(sb, '_');
            else if (is_plain((unsigned char)*text))
                strbuf_addc(sb, *text);
            else
                strbuf_addf(sb, "=%02X", (unsigned char)*text);
        }
        used += size;
    }
    strbuf_adds(sb, "?=");
    return used + 2;
}

static void add_subject(StrBuf *sb, const char *text)
{
    static const char name[] = "Subject: ";
    strbuf_adds(sb, name);
    (void)add_encoded(sb, text, text + strlen(text), sizeof name - 1);
    strbuf_addc(sb, '\n');
}

/* A name that is not ASCII as encoded words, without its quotes. Returns as above. */
static size_t add_name(StrBuf *sb, const char *name, const char *end, size_t used)
{
    StrBuf plain;
    strbuf_init(&plain);
    for (; name < end; name++) {
        if (*name == '\\' && name + 1 < end)
            name++;
        else if (*name == '"')
            continue;
        strbuf_addc(&plain, *name);
    }
    while (plain.len && plain.text[plain.len - 1] == ' ')
        strbuf_truncate(&plain, plain.len - 1);
    used = add_encoded(sb, plain.text, plain.text + plain.len, used);
    strbuf_release(&plain);
    return used;
}

static void add_addresses(StrBuf *sb, const char *header, const char *text)
{
    size_t used = strlen(header) + 2;
    strbuf_addf(sb, "%s:", header);
    for (const char *end; *text; text = *end ? end + 1 : end) {
        end = address_end(text);
        text += strspn(text, " ");
        const char *angle = address_angle(text, end);
        bool has_name = angle < end && !is_ascii(text, angle);
        strbuf_adds(sb, has_name && used == 1 ? "\n " : " ");
        if (has_name) {
            used = add_name(sb, text, angle, used) + (size_t)(end - angle);
            strbuf_adds(sb, used > LINE_MOST - 2 ? "\n " : " ");
        }
        used = 1;
        text = has_name ? angle : text;
        strbuf_add(sb, text, (size_t)(end - text));
        strbuf_adds(sb, *end ? "," : "");
    }
    strbuf_addc(sb, '\n');
}

/* ---- bodies ---- */

static bool ends_line(const char *text)
{
    return *text == '\n' || *text == '\0';
}

/* RFC 2045, quoted-printable. */
static void add_quoted(StrBuf *sb, const char *text)
{
    size_t used = 0;
    for (; *text; text++) {
        unsigned char c = (unsigned char)*text;
        bool blank = (c == ' ' || c == '\t') && !ends_line(text + 1);
        bool raw = blank || (c > ' ' && c <= '~' && c != '=');
        if (c == '\n') {
            strbuf_addc(sb, '\n');
            used = 0;
            continue;
        }
        /* room for the `=` of a line that goes on */
        if (used + (raw ? 1 : 3) > LINE_MOST - 1) {
            strbuf_adds(sb, "=\n");
            used = 0;
        }
        if (raw)
            strbuf_addc(sb, (char)c);
        else
            strbuf_addf(sb, "=%02X", c);
        used += raw ? 1 : 3;
    }
    if (used)
        strbuf_addc(sb, '\n');
}

static void add_part(StrBuf *sb, const char *boundary, const char *kind,
                     const char *text)
{
    strbuf_addf(sb,
                "\n--%s\nContent-Type: text/%s; charset=utf-8\n"
                "Content-Transfer-Encoding: quoted-printable\n\n",
                boundary, kind);
    add_quoted(sb, text);
}

/* A name of the message that no other one has. */
static void add_id(StrBuf *sb, const MailHead *head, const char *text)
{
    uint8_t digest[SHA256_SIZE];
    StrBuf all;
    strbuf_init(&all);
    strbuf_addf(&all, "%lld %llu %s\n%s\n%s", (long long)head->seconds,
                (unsigned long long)head->number, head->to, head->subject, text);
    sha256(all.text, all.len, digest);
    sha256_add_hex(sb, digest, ID_SIZE);
    strbuf_release(&all);
}

void mail_add(StrBuf *sb, const MailHead *head, const char *text, const char *html)
{
    StrBuf id, boundary;
    strbuf_init(&id);
    strbuf_init(&boundary);
    add_id(&id, head, text);
    /* `=_` stands in no quoted-printable text. */
    strbuf_addf(&boundary, "=_%s", id.text);
    add_addresses(sb, "From", head->from);
    add_addresses(sb, "To", head->to);
    add_subject(sb, head->subject);
    add_date(sb, head->seconds);
    strbuf_addf(sb,
                "Message-ID: <%s@%s>\nMIME-Version: 1.0\n"
                "Content-Type: multipart/alternative; boundary=\"%s\"\n"
                "Auto-Submitted: auto-generated\n",
                id.text, head->host, boundary.text);
    add_part(sb, boundary.text, "plain", text);
    add_part(sb, boundary.text, "html", html);
    strbuf_addf(sb, "\n--%s--\n", boundary.text);
    strbuf_release(&boundary);
    strbuf_release(&id);
}
