import Dispatch

/// Runs the work of a server on a thread of its own. Swift's shared threads are as many as the cores, and work that keeps them busy for long,
/// such as a build, would leave clients without an answer.
final class ServerExecutor: TaskExecutor {
    // A serial queue has a thread whenever it has work. A concurrent one would wait for the same few threads.
    private let queue = DispatchQueue(label: "server")

    func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
