// The UNO component: task.XJob that takes a job's bytes and gives back an outcome's. The name of
// the argument says what is asked: a document to fill, a workbook to read or to write.
//
// The remote call arrives on a thread of its own. It hands the work to the office's main thread,
// which holds the office's lock all the time: no idle layout comes between two steps.
#include <com/sun/star/awt/AsyncCallback.hpp>
#include <com/sun/star/awt/XCallback.hpp>
#include <com/sun/star/lang/XServiceInfo.hpp>
#include <com/sun/star/task/XJob.hpp>
#include <condition_variable>
#include <cppuhelper/implbase1.hxx>
#include <cppuhelper/implbase2.hxx>
#include <cppuhelper/supportsservice.hxx>
#include <functional>
#include <mutex>
#include <rtl/ref.hxx>

#include "office/filler/spreadsheet.hpp"
#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Bytes = css::uno::Sequence<sal_Int8>;

using Work = std::function<std::string()>;

class MainCall : public cppu::WeakImplHelper1<css::awt::XCallback> {
 public:
  explicit MainCall(Work work) : work_(std::move(work)) {}

  void SAL_CALL notify(const Any& /*data*/) override {
    std::string answer = work_();
    {
      const std::scoped_lock lock(mutex_);
      answer_ = std::move(answer);
      done_ = true;
    }
    finished_.notify_all();
  }

  [[nodiscard]] std::string wait() {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [this] { return done_; });
    return std::move(answer_);
  }

 private:
  const Work work_;
  std::mutex mutex_;
  std::condition_variable finished_;
  bool done_ = false;
  std::string answer_;
};

constexpr const char* broken = "the job's bytes are broken: client and component differ in version";

/// What is to be done on the main thread.
Work work_of(const Context& context, const OUString& order, std::string_view bytes) {
  if (order.equalsAscii(office::read_order)) {
    auto job = office::decode_read_job(bytes);
    return [context, job = std::move(job)] {
      return encode(job ? read_workbook(context, *job) : office::ReadOutcome{broken, {}});
    };
  }
  if (order.equalsAscii(office::write_order)) {
    auto job = office::decode_write_job(bytes);
    return [context, job = std::move(job)] {
      return encode(job ? write_workbook(context, *job) : office::WriteOutcome{broken});
    };
  }
  auto job = office::decode_job(bytes);
  return [context, job = std::move(job)] {
    office::Outcome refused;
    refused.stage = "load";
    refused.error = broken;
    return encode(job ? run(context, *job) : refused);
  };
}

class Filler : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
 public:
  explicit Filler(const Context& context) : context_(context) {}

  Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override {
    OUString order;
    Bytes bytes;
    for (const auto& argument : arguments) {
      order = argument.Name;
      argument.Value >>= bytes;
    }
    const rtl::Reference<MainCall> call(
        new MainCall(work_of(context_, order,
                             {reinterpret_cast<const char*>(bytes.getConstArray()),
                              static_cast<std::size_t>(bytes.getLength())})));
    css::awt::AsyncCallback::create(context_)->addCallback(call.get(), Any());
    const std::string answer = call->wait();
    return Any(Bytes(reinterpret_cast<const sal_Int8*>(answer.data()),
                     static_cast<sal_Int32>(answer.size())));
  }

  OUString SAL_CALL getImplementationName() override { return "org.rapporteur.Filler"; }
  sal_Bool SAL_CALL supportsService(const OUString& name) override {
    return cppu::supportsService(this, name);
  }
  css::uno::Sequence<OUString> SAL_CALL getSupportedServiceNames() override {
    const OUString name("org.rapporteur.Filler");
    return {&name, 1};
  }

 private:
  const Context context_;
};

}  // namespace

}  // namespace rapporteur::filler

extern "C" SAL_DLLPUBLIC_EXPORT com::sun::star::uno::XInterface* org_rapporteur_Filler_get(
    com::sun::star::uno::XComponentContext* context,
    const com::sun::star::uno::Sequence<com::sun::star::uno::Any>& /*arguments*/) {
  return cppu::acquire(new rapporteur::filler::Filler(context));
}
