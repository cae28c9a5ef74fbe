#include <doctest/doctest.h>

#include "preview/guard.hpp"
#include "preview/page.hpp"

namespace rapporteur::preview {

namespace {

const std::string secret = "0123456789abcdef0123456789abcdef";

Asked reading() {
  return {.method = "GET",
          .path = "/" + secret + "/",
          .host = "127.0.0.1:8123",
          .origin = "",
          .fetch_site = "none",
          .fetch_mode = "navigate",
          .content_type = ""};
}

Asked ordering() {
  return {.method = "POST",
          .path = "/" + secret + "/build",
          .host = "localhost:8123",
          .origin = "http://localhost:8123",
          .fetch_site = "same-origin",
          .fetch_mode = "cors",
          .content_type = "application/json"};
}

Verdict judge(const Asked& asked) {
  return Guard(8123, secret).judge(asked);
}

}  // namespace

TEST_CASE("the page itself is welcome, under both loopback names") {
  CHECK(judge(reading()) == Verdict::welcome);
  CHECK(judge(ordering()) == Verdict::welcome);
  CHECK(Guard(8123, secret).rest("/" + secret + "/pages/1/2/96.png?x=1") == "pages/1/2/96.png");
  CHECK(Guard(8123, secret).rest("/" + secret + "/?lang=fr").empty());
}

TEST_CASE("another host name, or port, is refused before anything else is looked at") {
  for (const char* host : {"", "127.0.0.1", "127.0.0.1:80", "evil.example", "evil.example:8123",
                           "localhost.evil.example:8123", "127.0.0.1:8123.evil.example",
                           "0.0.0.0:8123", "user@127.0.0.1:8123", "[::1]:8123"}) {
    CAPTURE(host);
    Asked asked = reading();
    asked.host = host;
    CHECK(judge(asked) == Verdict::wrong_host);
  }
}

TEST_CASE("the token must be whole and stand where it belongs") {
  for (const std::string& path :
       {std::string("/"), std::string(), "/" + secret, "/" + secret.substr(1) + "/",
        "/" + secret + "0/", "//" + secret + "/", "/x/" + secret + "/", "/?" + secret + "/"}) {
    CAPTURE(path);
    Asked asked = reading();
    asked.path = path;
    CHECK(judge(asked) == Verdict::wrong_token);
  }
}

TEST_CASE("an order comes from our own page, or not at all") {
  const auto with = [](auto change) {
    Asked asked = ordering();
    change(asked);
    return judge(asked);
  };
  CHECK(with([](Asked& a) { a.origin = ""; }) == Verdict::foreign);
  CHECK(with([](Asked& a) { a.origin = "null"; }) == Verdict::foreign);
  CHECK(with([](Asked& a) { a.origin = "https://localhost:8123"; }) == Verdict::foreign);
  CHECK(with([](Asked& a) { a.origin = "http://127.0.0.1:8123"; }) == Verdict::foreign);
  CHECK(with([](Asked& a) { a.origin = "http://localhost:8124"; }) == Verdict::foreign);
  CHECK(with([](Asked& a) { a.fetch_site = "cross-site"; }) == Verdict::foreign);
  CHECK(with([](Asked& a) { a.fetch_site = "same-site"; }) == Verdict::foreign);
  CHECK(with([](Asked& a) { a.content_type = "text/plain"; }) == Verdict::foreign);
  CHECK(with([](Asked& a) { a.method = "DELETE"; }) == Verdict::wrong_method);
}

TEST_CASE("another page may send people here, but load nothing from here") {
  Asked link = reading();
  link.fetch_site = "cross-site";
  CHECK(judge(link) == Verdict::welcome);
  link.fetch_mode = "no-cors";
  CHECK(judge(link) == Verdict::foreign);
}

TEST_CASE("every run has a token of its own") {
  const std::string token = make_token();
  CHECK(token.size() == 32);
  CHECK(token.find_first_not_of("0123456789abcdef") == std::string::npos);
  CHECK(token != make_token());
}

TEST_CASE("the language is the one that the reader likes best") {
  CHECK(preferred_language("fr-FR,fr;q=0.9,en;q=0.8", "en") == "fr");
  CHECK(preferred_language("en-GB,en;q=0.9,fr;q=0.8", "fr") == "en");
  CHECK(preferred_language("de, fr;q=0.4, en;q=0.7", "fr") == "en");
  CHECK(preferred_language("de", "fr") == "fr");
  CHECK(preferred_language("", "en") == "en");
  CHECK(preferred_language("fro, x", "en") == "en");
}

TEST_CASE("the page has a text for every word, in both languages, and takes none for HTML") {
  for (const char* language : {"fr", "en"}) {
    const std::string html = page_html(language);
    CHECK(html.find("{{") == std::string::npos);
    CHECK(html.find(std::string("<html lang=\"") + language) != std::string::npos);
    const std::size_t words = html.find("id=\"words\">");
    REQUIRE(words != std::string::npos);
    CHECK(html.find('<', words) == html.find("</script>", words));
  }
  CHECK(assets().contains("page.js"));
  CHECK_FALSE(assets().contains("page.html"));
}

}  // namespace rapporteur::preview
