#include "office/connection.hpp"

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

#include <com/sun/star/bridge/BridgeFactory.hpp>
#include <com/sun/star/bridge/XBridge.hpp>
#include <com/sun/star/bridge/XBridgeFactory2.hpp>
#include <com/sun/star/connection/XConnection.hpp>
#include <com/sun/star/io/IOException.hpp>
#include <com/sun/star/lang/XComponent.hpp>
#include <com/sun/star/lang/XMultiComponentFactory.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <com/sun/star/uno/XComponentContext.hpp>
#include <cppuhelper/bootstrap.hxx>
#include <cppuhelper/implbase1.hxx>
#include <rtl/bootstrap.hxx>
#include <rtl/ref.hxx>

#include "office/command.hpp"

namespace rapporteur::office {

namespace css = com::sun::star;
using css::uno::Reference;
using css::uno::UNO_QUERY;
using css::uno::UNO_QUERY_THROW;

namespace {

rtl::OUString to_uno(const std::string& text) {
  return rtl::OUString(text.data(), static_cast<sal_Int32>(text.size()), RTL_TEXTENCODING_UTF8);
}

std::string from_uno(const rtl::OUString& text) {
  const rtl::OString bytes = rtl::OUStringToOString(text, RTL_TEXTENCODING_UTF8);
  return {bytes.getStr(), static_cast<std::size_t>(bytes.getLength())};
}

// UNO's own pipe connector finds sockets through a process-wide setting; ours is told the path, so
// that several pools can live side by side.
class SocketConnection : public cppu::WeakImplHelper1<css::connection::XConnection> {
 public:
  SocketConnection(int fd, const rtl::OUString& description) : fd_(fd), description_(description) {}
  ~SocketConnection() override { ::close(fd_); }

  sal_Int32 SAL_CALL read(css::uno::Sequence<sal_Int8>& bytes, sal_Int32 wanted) override {
    bytes.realloc(wanted);
    sal_Int8* to = bytes.getArray();
    sal_Int32 done = 0;
    while (done < wanted) {
      const ssize_t got = ::recv(fd_, to + done, static_cast<std::size_t>(wanted - done), 0);
      if (got < 0 && errno == EINTR) {
        continue;
      }
      if (got < 0) {
        throw css::io::IOException("the office hung up", *this);
      }
      if (got == 0) {
        break;
      }
      done += static_cast<sal_Int32>(got);
    }
    bytes.realloc(done);
    return done;
  }
  void SAL_CALL write(const css::uno::Sequence<sal_Int8>& bytes) override {
    const sal_Int8* from = bytes.getConstArray();
    std::size_t left = static_cast<std::size_t>(bytes.getLength());
    while (left > 0) {
      const ssize_t sent = ::send(fd_, from, left, MSG_NOSIGNAL);
      if (sent < 0 && errno == EINTR) {
        continue;
      }
      if (sent <= 0) {
        throw css::io::IOException("the office hung up", *this);
      }
      from += sent;
      left -= static_cast<std::size_t>(sent);
    }
  }
  void SAL_CALL flush() override {}
  void SAL_CALL close() override { ::shutdown(fd_, SHUT_RDWR); }
  rtl::OUString SAL_CALL getDescription() override { return description_; }

 private:
  const int fd_;
  const rtl::OUString description_;
};

int connect_to(const std::filesystem::path& socket) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  const std::string path = socket.string();
  if (path.size() >= sizeof address.sun_path) {
    return -1;
  }
  path.copy(address.sun_path, path.size());
  const int fd = ::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0);
  if (fd >= 0 && ::connect(fd, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    ::close(fd);
    return -1;
  }
  return fd;
}

}  // namespace

struct Uno::Impl {
  Reference<css::uno::XComponentContext> context;
};

Uno::Uno(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

std::unique_ptr<Uno> Uno::start(const std::filesystem::path& program, std::string& error) {
  auto impl = std::make_unique<Impl>();
  try {
    // Read by the first bootstrap of a process: the types of the office's interfaces.
    rtl::Bootstrap::set("URE_MORE_TYPES", to_uno(file_url(program / "types" / "offapi.rdb")));
    impl->context = cppu::defaultBootstrap_InitialComponentContext();
  } catch (const css::uno::Exception& exception) {
    error = from_uno(exception.Message);
    return nullptr;
  }
  return std::unique_ptr<Uno>(new Uno(std::move(impl)));
}

Uno::~Uno() {
  try {
    Reference<css::lang::XComponent>(impl_->context, UNO_QUERY_THROW)->dispose();
  } catch (const css::uno::Exception&) {
    return;  // it goes with the process anyway
  }
}

struct Connection::Impl {
  Reference<css::bridge::XBridge> bridge;
  Reference<css::task::XJob> filler;
};

Connection::Connection(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

Connection::~Connection() {
  impl_->filler.clear();
  try {
    Reference<css::lang::XComponent>(impl_->bridge, UNO_QUERY_THROW)->dispose();
  } catch (const css::uno::Exception&) {
    return;  // the office is gone already
  }
}

std::unique_ptr<Connection> Connection::open(const Uno& uno, const std::filesystem::path& socket,
                                             std::string& error) {
  const int fd = connect_to(socket);
  if (fd < 0) {
    return nullptr;
  }
  const auto& context = uno.impl().context;
  auto impl = std::make_unique<Impl>();
  try {
    const rtl::Reference<SocketConnection> line(
        new SocketConnection(fd, to_uno("socket,path=" + socket.string())));
    impl->bridge = css::bridge::BridgeFactory::create(context)->createBridge(
        rtl::OUString(), "urp", Reference<css::connection::XConnection>(line.get()), nullptr);
    const Reference<css::uno::XComponentContext> remote(
        impl->bridge->getInstance("StarOffice.ComponentContext"), UNO_QUERY);
    if (!remote.is()) {
      return nullptr;
    }
    impl->filler.set(
        remote->getServiceManager()->createInstanceWithContext("org.rapporteur.Filler", remote),
        UNO_QUERY);
    if (!impl->filler.is()) {
      error = "the office does not load the component";
      return nullptr;
    }
  } catch (const css::uno::Exception& exception) {
    error = from_uno(exception.Message);
    return nullptr;
  }
  return std::unique_ptr<Connection>(new Connection(std::move(impl)));
}

bool Connection::execute(const char* order, const std::string& job, std::string& answer) {
  try {
    css::uno::Sequence<css::beans::NamedValue> arguments(1);
    arguments.getArray()[0].Name = rtl::OUString::createFromAscii(order);
    arguments.getArray()[0].Value <<= css::uno::Sequence<sal_Int8>(
        reinterpret_cast<const sal_Int8*>(job.data()), static_cast<sal_Int32>(job.size()));
    css::uno::Sequence<sal_Int8> bytes;
    impl_->filler->execute(arguments) >>= bytes;
    answer.assign(reinterpret_cast<const char*>(bytes.getConstArray()),
                  static_cast<std::size_t>(bytes.getLength()));
    return true;
  } catch (const css::uno::Exception& exception) {
    answer = from_uno(exception.Message);
    return false;
  }
}

}  // namespace rapporteur::office
