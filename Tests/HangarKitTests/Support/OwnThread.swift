import Dispatch

/// Runs a task on a thread beside those that all tasks share.
///
/// A command works for seconds without a pause. There are only as many shared threads as cores, so without this a few commands would let all
/// other tests wait, and with them the servers of tests, whose clients give up after some time.
final class OwnThread: TaskExecutor {
    private let queue = DispatchQueue(label: "command")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
