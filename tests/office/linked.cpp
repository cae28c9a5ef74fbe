// What stands behind the preflight: a document with links that reaches an office all the same is
// neither helped to the network nor to files. Once with the network wall, once on a system that
// refuses to build one.
#include <arpa/inet.h>
#include <doctest/doctest.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <netinet/in.h>
#include <poll.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cstddef>

#include "base/files.hpp"
#include "office/compile.hpp"
#include "office/pool.hpp"

namespace rapporteur::office {
namespace {

using test::compile;
using test::docx;
using test::odt;
using test::paragraph;
using test::Stored;
using test::text_fill;
using test::token;
using test::w_paragraph;

/// Listens on loopback and counts who comes.
class Listener {
 public:
  Listener() : socket_(::socket(AF_INET, SOCK_STREAM | SOCK_NONBLOCK | SOCK_CLOEXEC, 0)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto* const any = reinterpret_cast<sockaddr*>(&address);
    REQUIRE(::bind(socket_, any, size) == 0);
    REQUIRE(::listen(socket_, 16) == 0);
    REQUIRE(::getsockname(socket_, any, &size) == 0);
    port_ = ntohs(address.sin_port);
  }
  ~Listener() { ::close(socket_); }
  Listener(const Listener&) = delete;
  Listener& operator=(const Listener&) = delete;

  [[nodiscard]] std::string url(const std::string& path) const {
    return "http://127.0.0.1:" + std::to_string(port_) + "/" + path;
  }
  /// Connections since the last call.
  int count() {
    int connections = 0;
    for (int one = ::accept(socket_, nullptr, nullptr); one >= 0;
         one = ::accept(socket_, nullptr, nullptr)) {
      ::close(one);
      ++connections;
    }
    return connections;
  }
  /// Someone comes, as a check that the counting counts.
  void call() const {
    const int one = ::socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    address.sin_port = htons(port_);
    REQUIRE(::connect(one, reinterpret_cast<sockaddr*>(&address), sizeof address) == 0);
    ::close(one);
  }

 private:
  int socket_;
  std::uint16_t port_ = 0;
};

/// A picture of 37 × 41 points, unlike any that an office would draw by itself.
constexpr const char* picture_file = SOURCE_DIR "/tests/office/linked.png";

std::string frame(const std::string& href) {
  return paragraph(
      "<draw:frame text:anchor-type=\"as-char\" svg:width=\"3cm\" svg:height=\"3cm\"><draw:image "
      "xlink:href=\"" +
      href +
      "\" xlink:type=\"simple\" xlink:show=\"embed\" xlink:actuate=\"onLoad\"/></draw:frame>");
}

std::string linked_odt(const Listener& listener, const std::string& file) {
  return odt({.body = paragraph("Texte " + token(1)) + frame(listener.url("p.png")) + frame(file) +
                      "<text:section text:name=\"S\"><text:section-source xlink:href=\"" +
                      listener.url("part.odt") + "\"/>" + paragraph("section") + "</text:section>",
              .header = frame(listener.url("header.png"))});
}

std::string with_part(std::string package, const std::string& name, const std::string& bytes) {
  auto parts = unpack(package).value();
  for (Part& part : parts) {
    if (part.name == "META-INF/manifest.xml") {
      part.bytes.insert(part.bytes.rfind("</manifest:manifest>"),
                        "<manifest:file-entry manifest:full-path=\"" + name +
                            "\" manifest:media-type=\"image/png\"/>");
    }
  }
  parts.push_back({name, bytes});
  return pack(parts, 315532800);
}

std::string linked_docx(const Listener& listener, const std::string& file) {
  const auto drawing = [](const std::string& id) {
    return "<w:p><w:r><w:drawing><wp:inline><wp:extent cx=\"1080000\" cy=\"1080000\"/>"
           "<wp:docPr id=\"1\" name=\"P\"/><a:graphic><a:graphicData "
           "uri=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:pic "
           "xmlns:pic=\"http://schemas.openxmlformats.org/drawingml/2006/picture\"><pic:nvPicPr>"
           "<pic:cNvPr id=\"1\" name=\"P\"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill><a:blip "
           "r:link=\"" +
           id +
           "\"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off "
           "x=\"0\" "
           "y=\"0\"/><a:ext cx=\"1080000\" cy=\"1080000\"/></a:xfrm><a:prstGeom prst=\"rect\"/>"
           "</pic:spPr></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>";
  };
  const std::string include =
      "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText "
      "xml:space=\"preserve\"> INCLUDEPICTURE \"" +
      listener.url("field.png") +
      "\" \\d </w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r><w:r><w:t>x"
      "</w:t></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>";
  auto parts = unpack(docx({.body = w_paragraph("Texte " + token(1)) + drawing("rId91") +
                                    drawing("rId92") + include}))
                   .value();
  for (Part& part : parts) {
    if (part.name == "word/_rels/document.xml.rels") {
      const auto image = [](const char* id, const std::string& target) {
        return "<Relationship Id=\"" + std::string(id) +
               "\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
               "image\" Target=\"" +
               target + "\" TargetMode=\"External\"/>";
      };
      part.bytes.insert(part.bytes.rfind("</Relationships>"),
                        image("rId91", listener.url("p.png")) + image("rId92", file));
    }
  }
  return pack(parts, 315532800);
}

/// Does any output hold the picture: its bytes in a package, its size in the PDF?
bool holds_picture(const Stored& stored, const std::string& picture) {
  const std::string pixels = picture.substr(picture.find("IDAT"), 40);
  for (const auto* parts : {&stored.odt, &stored.docx}) {
    for (const Part& part : *parts) {
      if (part.bytes.find(pixels) != std::string::npos) {
        return true;
      }
    }
  }
  return stored.pdf.find("/Width 37") != std::string::npos;
}

/// What an office makes of a package: the files that it stored, one after the other.
std::string stored_from(Pool& pool, const std::string& package, const char* kind) {
  const TemporaryDirectory folder;
  Job job{.name = "test",
          .package_path = (folder.path() / (std::string("in") + kind)).string(),
          .fills = {text_fill(1, "rempli")},
          .token_pattern = test::token_pattern,
          .language = "fr",
          .country = "FR",
          .odt_path = (folder.path() / "out.odt").string(),
          .docx_path = (folder.path() / "out.docx").string(),
          .pdf_path = (folder.path() / "out.pdf").string()};
  REQUIRE(write_file(job.package_path, package));
  Diagnostics diagnostics;
  const bool is_stored = pool.run(job, diagnostics).has_value();
  CHECK(is_stored == diagnostics.empty());
  std::string all;
  for (const std::string& path : {job.odt_path, job.docx_path, job.pdf_path}) {
    all += read_file(path).value_or("");
  }
  CHECK(is_stored == !all.empty());
  return all;
}

void check_links(Listener& listener) {
  Pool pool(default_options());
  for (const char* kind : {".odt", ".docx"}) {
    CAPTURE(kind);
    const auto linked = [&](const std::string& picture) {
      return std::string(kind) == ".odt" ? linked_odt(listener, picture)
                                         : linked_docx(listener, picture);
    };
    // Of the network nothing is fetched, whatever becomes of the document.
    static_cast<void>(stored_from(pool, linked(listener.url("second.png")), kind));
    CHECK(listener.count() == 0);
    // A picture of this machine would be read: a document that shows one is not stored.
    CHECK(stored_from(pool, linked(std::string("file://") + picture_file), kind).empty());
    CHECK(listener.count() == 0);
  }
}

/// From here on this process and its children cannot leave the network.
bool refuse_unshare() {
  std::array<sock_filter, 4> rules{{
      BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
      BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __NR_unshare, 0, 1),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM),
      BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW),
  }};
  const sock_fprog program{rules.size(), rules.data()};
  return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 &&
         prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
}

TEST_CASE("links of a document are not followed, with the network wall and without") {
  Listener listener;
  listener.call();
  REQUIRE(listener.count() == 1);  // the counting counts
  const std::string picture = *read_file(picture_file);
  {
    Pool pool(default_options());
    const Stored stored =
        compile(pool,
                with_part(odt({.body = paragraph(token(1)) + frame("Pictures/p.png")}),
                          "Pictures/p.png", picture),
                ".odt", {text_fill(1, "rempli")});
    REQUIRE(holds_picture(stored, picture));  // a picture of the document itself is found
  }
  check_links(listener);
  REQUIRE(refuse_unshare());
  {
    Pool pool(default_options());
    static_cast<void>(
        compile(pool, odt({.body = paragraph(token(1))}), ".odt", {text_fill(1, "rempli")}));
    REQUIRE_FALSE(pool.walled());
  }
  check_links(listener);
}

}  // namespace
}  // namespace rapporteur::office
