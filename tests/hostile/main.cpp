// Every hostile input against the real binary: refused or handled, with a clear answer, within 5 s
// and 300 MB, nothing half-written.
//   hostile [NAME…]    names or beginnings of names
#include <algorithm>
#include <iostream>

#include "trial.hpp"

int main(int argc, char** argv) {
  using namespace rapporteur::hostile;
  const std::vector<std::string> names(argv + 1, argv + argc);
  std::size_t tried = 0;
  std::size_t failed = 0;
  for (const auto& cases : {plan_cases(), package_cases(), plugin_cases()}) {
    for (const Case& one : cases) {
      const bool is_wanted =
          names.empty() || std::ranges::any_of(names, [&](const std::string& name) {
            return one.name.starts_with(name);
          });
      if (!is_wanted) {
        continue;
      }
      ++tried;
      if (const std::string wrong = trial(one); !wrong.empty()) {
        ++failed;
        std::cout << one.name << ":\n" << wrong << std::flush;
      }
    }
  }
  std::cout << tried << " hostile inputs, " << failed << " failed\n";
  return failed == 0 && tried > 0 ? 0 : 1;
}
