// The UNO component: task.XJob that takes a job's bytes and gives back an outcome's.
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
#include <mutex>
#include <rtl/ref.hxx>

#include "office/filler/work.hpp"

namespace rapporteur::filler {

namespace {

using Bytes = css::uno::Sequence<sal_Int8>;

class MainCall : public cppu::WeakImplHelper1<css::awt::XCallback> {
 public:
  MainCall(const Context& context, office::Job job) : context_(context), job_(std::move(job)) {}

  void SAL_CALL notify(const Any& /*data*/) override {
    office::Outcome outcome = run(context_, job_);
    {
      const std::scoped_lock lock(mutex_);
      outcome_ = std::move(outcome);
      done_ = true;
    }
    finished_.notify_all();
  }

  [[nodiscard]] office::Outcome wait() {
    std::unique_lock lock(mutex_);
    finished_.wait(lock, [this] { return done_; });
    return outcome_;
  }

 private:
  const Context context_;
  const office::Job job_;
  std::mutex mutex_;
  std::condition_variable finished_;
  bool done_ = false;
  office::Outcome outcome_;
};

class Filler : public cppu::WeakImplHelper2<css::task::XJob, css::lang::XServiceInfo> {
 public:
  explicit Filler(const Context& context) : context_(context) {}

  Any SAL_CALL execute(const css::uno::Sequence<css::beans::NamedValue>& arguments) override {
    Bytes bytes;
    for (const auto& argument : arguments) {
      if (argument.Name == "Job") {
        argument.Value >>= bytes;
      }
    }
    auto job = office::decode_job({reinterpret_cast<const char*>(bytes.getConstArray()),
                                   static_cast<std::size_t>(bytes.getLength())});
    office::Outcome outcome;
    if (job) {
      const rtl::Reference<MainCall> call(new MainCall(context_, std::move(*job)));
      css::awt::AsyncCallback::create(context_)->addCallback(call.get(), Any());
      outcome = call->wait();
    } else {
      outcome.stage = "load";
      outcome.error = "the job's bytes are broken: client and component differ in version";
    }
    const std::string answer = encode(outcome);
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
