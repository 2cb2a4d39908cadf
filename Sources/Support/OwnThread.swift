import Dispatch

/// Runs tasks on a thread of their own, one at a time. Swift's shared threads are as many as the cores, and work that keeps them busy for long,
/// such as a build, lets all other tasks wait, such as a server whose clients give up.
package final class OwnThread: TaskExecutor {
    // A serial queue has a thread whenever it has work. A concurrent one would wait for the same few threads.
    private let queue: DispatchQueue

    /// - Parameter name: what the thread is for, as debuggers show it.
    package init(_ name: String) { queue = DispatchQueue(label: name) }

    package func enqueue(_ job: consuming ExecutorJob) {
        let job = UnownedJob(job)
        queue.async { job.runSynchronously(on: self.asUnownedTaskExecutor()) }
    }
}
