#include "preview/server.hpp"

#include <Poco/Net/HTTPRequestHandler.h>
#include <Poco/Net/HTTPRequestHandlerFactory.h>
#include <Poco/Net/HTTPServer.h>
#include <Poco/Net/HTTPServerParams.h>
#include <Poco/Net/HTTPServerRequest.h>
#include <Poco/Net/HTTPServerRequestImpl.h>
#include <Poco/Net/HTTPServerResponse.h>
#include <Poco/Net/NetException.h>
#include <Poco/Net/ServerSocket.h>
#include <Poco/ThreadPool.h>

#include <array>
#include <stdexcept>

#include "base/messages.hpp"
#include "preview/answers.hpp"
#include "preview/guard.hpp"
#include "preview/page.hpp"

namespace rapporteur::preview {

namespace net = Poco::Net;
using std::chrono::milliseconds;

namespace {

constexpr int most_threads = 48;  ///< a page takes one for its events and up to five beside
constexpr std::size_t longest_order = 4096;
constexpr milliseconds look_up{500};  ///< how soon a closed page is noticed
constexpr int looks_a_beat = 20;      ///< then something is sent, so that nothing cuts the line

/// All that handlers share; made before the first request and never changed.
struct Desk {
  Session& session;
  Guard guard;
  std::string language;
  bool is_fixed = false;
  BothLanguages page;
};

void protect(net::HTTPServerResponse& response) {
  response.set("Content-Security-Policy",
               "default-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'");
  response.set("X-Content-Type-Options", "nosniff");
  response.set("X-Frame-Options", "DENY");
  response.set("Referrer-Policy", "no-referrer");
  response.set("Cross-Origin-Resource-Policy", "same-origin");
  response.set("Cross-Origin-Opener-Policy", "same-origin");
}

void send(net::HTTPServerResponse& response, const Answer& answer) {
  response.setStatusAndReason(static_cast<net::HTTPResponse::HTTPStatus>(answer.status));
  protect(response);
  response.set("Cache-Control",
               answer.is_for_good ? "private, max-age=3600, immutable" : "no-store");
  if (!answer.download.empty()) {
    response.set("Content-Disposition", "attachment");  // the page names the file
  }
  if (answer.status == 204) {
    response.setContentLength(0);
    response.send();
    return;
  }
  response.setContentType(answer.type);
  response.sendBuffer(answer.body.data(), answer.body.size());
}

Asked asked(const net::HTTPServerRequest& request) {
  return {.method = request.getMethod(),
          .path = request.getURI(),
          .host = request.get("Host", ""),
          .origin = request.get("Origin", ""),
          .fetch_site = request.get("Sec-Fetch-Site", ""),
          .fetch_mode = request.get("Sec-Fetch-Mode", ""),
          .content_type = request.getContentType()};
}

std::string read_order(net::HTTPServerRequest& request) {
  std::string body(longest_order, '\0');
  request.stream().read(body.data(), static_cast<std::streamsize>(body.size()));
  body.resize(static_cast<std::size_t>(request.stream().gcount()));
  return body;
}

class Handler : public net::HTTPRequestHandler {
 public:
  explicit Handler(const Desk& desk) : desk_(desk) {}

  void handleRequest(net::HTTPServerRequest& request, net::HTTPServerResponse& response) override {
    const Asked what = asked(request);
    // What is left unread of a body would be taken for the next request on the same line.
    if (request.getMethod() != "GET" || request.getContentLength() > 0 ||
        request.getChunkedTransferEncoding()) {
      response.setKeepAlive(false);
    }
    switch (desk_.guard.judge(what)) {
      case Verdict::welcome:
        welcome(request, response, what);
        return;
      case Verdict::wrong_host:
        send(response, {.status = 421, .body = "not the address of this preview"});
        return;
      case Verdict::wrong_method:
        send(response, {.status = 405, .body = "not allowed"});
        return;
      case Verdict::wrong_token:
      case Verdict::foreign:
        send(response, {.status = 403, .body = "open the address that the terminal shows"});
        return;
    }
  }

 private:
  void welcome(net::HTTPServerRequest& request, net::HTTPServerResponse& response,
               const Asked& what) {
    const std::string_view rest = desk_.guard.rest(what.path);
    const std::string language = language_of(request);
    if (what.method == "POST") {
      send(response, answer_order(desk_.session, rest, read_order(request)));
    } else if (rest.empty()) {
      send(response, {.type = "text/html; charset=utf-8", .body = desk_.page.in(language)});
    } else if (rest == "events") {
      stream(request, response, language);
    } else {
      send(response, answer_read(desk_.session, rest, language));
    }
  }

  /// What the page asks for, else what the command line or the browser says.
  [[nodiscard]] std::string language_of(const net::HTTPServerRequest& request) const {
    const std::string& address = request.getURI();
    for (const char* language : {"fr", "en"}) {
      if (address.ends_with(std::string("?lang=") + language)) {
        return language;
      }
    }
    return desk_.is_fixed ? desk_.language
                          : preferred_language(request.get("Accept-Language", ""), desk_.language);
  }

  /// States as server-sent events, until the page closes or the preview ends.
  void stream(net::HTTPServerRequest& request, net::HTTPServerResponse& response,
              const std::string& language) const {
    protect(response);
    response.set("Cache-Control", "no-store");
    response.setContentType("text/event-stream; charset=utf-8");
    response.setChunkedTransferEncoding(true);
    std::ostream& out = response.send();
    auto* line = dynamic_cast<net::HTTPServerRequestImpl*>(&request);
    std::uint64_t version = 0;
    int looks = 0;
    while (out.good() && !desk_.session.is_ending()) {
      const auto snapshot = desk_.session.wait_beyond(version, look_up);
      if (snapshot->version > version) {
        version = snapshot->version;
        out << "event: state\ndata: " << snapshot->state.in(language) << "\n\n" << std::flush;
      } else if (++looks % looks_a_beat == 0) {
        out << ": here\n\n" << std::flush;
      }
      const bool is_closed = line != nullptr &&
                             line->socket().poll(Poco::Timespan(0), net::Socket::SELECT_READ) &&
                             line->socket().available() == 0;
      if (is_closed) {
        return;
      }
    }
  }

  const Desk& desk_;
};

class Factory : public net::HTTPRequestHandlerFactory {
 public:
  explicit Factory(const Desk& desk) : desk_(desk) {}
  net::HTTPRequestHandler* createRequestHandler(const net::HTTPServerRequest& request) override {
    static_cast<void>(request);
    return new Handler(desk_);
  }

 private:
  const Desk& desk_;
};

net::ServerSocket listen(std::uint16_t port) {
  try {
    // Poco's own constructor would share the port with whoever listens there already.
    net::ServerSocket socket;
    socket.bind(net::SocketAddress("127.0.0.1", port), true, false);
    socket.listen();
    return socket;
  } catch (const Poco::Exception& error) {
    throw std::runtime_error(error.message().empty() ? error.displayText() : error.message());
  }
}

}  // namespace

struct Server::Impl {
  Impl(Session& session, std::uint16_t port, const std::string& language, bool is_fixed)
      : socket(listen(port)),
        token(make_token()),
        desk{.session = session,
             .guard = Guard(socket.address().port(), token),
             .language = language,
             .is_fixed = is_fixed,
             .page = {page_html("fr"), page_html("en")}} {}

  net::ServerSocket socket;
  std::string token;
  Desk desk;
  Poco::ThreadPool threads{2, most_threads};
  std::unique_ptr<net::HTTPServer> http;
};

Server::Server(Session& session, std::uint16_t port, const std::string& language, bool is_fixed)
    : impl_(std::make_unique<Impl>(session, port, language, is_fixed)) {
  auto* parameters = new net::HTTPServerParams;  // Poco counts its references
  parameters->setMaxThreads(most_threads);
  parameters->setMaxQueued(most_threads);
  parameters->setTimeout(Poco::Timespan(10, 0));
  parameters->setKeepAliveTimeout(Poco::Timespan(5, 0));
  impl_->http = std::make_unique<net::HTTPServer>(new Factory(impl_->desk), impl_->threads,
                                                  impl_->socket, parameters);
  impl_->http->start();
}

Server::~Server() {
  impl_->desk.session.end();
  impl_->http->stopAll(true);
  impl_->threads.joinAll();
}

std::string Server::address() const {
  return "http://127.0.0.1:" + std::to_string(impl_->socket.address().port()) + "/" + impl_->token +
         "/";
}

}  // namespace rapporteur::preview
