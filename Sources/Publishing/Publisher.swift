import Support

/// Brings a site to its output folder: only what differs is written, every file is whole at every moment, and what Hangar did not
/// write stays untouched.
///
/// ```swift
/// let staging = try Publisher(output: "public").begin()
/// try staging.add("index.html", page, kind: .index)
/// let report = try staging.publish()
/// ```
public struct Publisher: Sendable {
    let output: String
    private let options: PublishOptions
    let disk: DiskAccess

    /// - Parameter output: the path of the output folder, absolute or relative to the current folder. It may be a symbolic link to a
    ///   folder, and need not exist.
    public init(output: String, options: PublishOptions = .init()) {
        self.init(output: output, options: options, disk: .direct)
    }

    package init(output: String, options: PublishOptions, disk: DiskAccess) {
        self.output = output
        self.options = options
        self.disk = disk
    }

    /// Locks the output against other builds, clears away what an interrupted one left in staging, and looks whether the output folder may
    /// be used. Nothing in it is changed.
    /// - Throws: `.locked` while another build is at work; `.foreign` when the folder holds files but no manifest of Hangar's, and
    ///   `force` is not given; `.cannotWrite` when the disk refuses or the method cannot work there.
    public func begin() throws(PublishError) -> Staging {
        let location = try OutputLocation.resolve(output)
        do throws(PublishError) {
            return try begin(at: location)
        } catch {
            location.removeCreatedParents()
            throw error
        }
    }

    private func begin(at location: OutputLocation) throws(PublishError) -> Staging {
        let (root, area) = try take(location)
        do throws(PublishError) {
            let published: PublishedSite? =
                if let root { try PublishedSite(root: root, place: location.place, force: options.force) } else { nil }
            try checkMethod(location, area, root)
            return Staging(location: location, area: area, tree: try createTree(in: area), published: published, options: options)
        } catch {
            area.discard()
            throw error
        }
    }

    /// Opens and locks an output, and brings to its end what an interrupted build left.
    func take(_ location: OutputLocation) throws(PublishError) -> (root: Folder?, area: StagingArea) {
        let root = try openOutput(location)
        let area = try StagingArea.open(for: location, output: root, disk: disk)
        do throws(PublishError) {
            try recover(area, location, root)
            return (root, area)
        } catch {
            area.discard()
            throw error
        }
    }

    func checkMethod(_ location: OutputLocation, _ area: StagingArea, _ root: Folder?) throws(PublishError) {
        if options.method == .swap, root != nil { try Swap.checkPossible(location, area) }
    }

    private func openOutput(_ location: OutputLocation) throws(PublishError) -> Folder? {
        do throws(Errno) {
            return try Folder.open(location.path, disk: disk)
        } catch {
            if error.isAbsent { return nil }
            throw PublishError(error, at: location.place, doing: "be opened as a folder")
        }
    }

    private func recover(_ area: StagingArea, _ location: OutputLocation, _ root: Folder?) throws(PublishError) {
        do throws(Errno) {
            try RetiredTree.rescueStrangers(in: area, to: root)
            try area.clear()
        } catch {
            throw PublishError(error, at: area.place, doing: "clear away what an interrupted build left")
        }
    }

    private func createTree(in area: StagingArea) throws(PublishError) -> Folder {
        do throws(Errno) {
            try area.folder.createFolder(StagingArea.tree)
            return try area.folder.folder(StagingArea.tree)
        } catch {
            throw PublishError(error, at: area.place, doing: "be written")
        }
    }
}
