enum DefaultAbout {
    /// What the page 'About' says where the operator says nothing. It passes the sanitizer like an operator's own words.
    static let html = """
        <p>This register shows the spacecraft of <a href="https://thespacedevs.com/llapi">Launch Library 2</a> by The Space Devs: each craft \
        once, with its configuration, its family, its agency and its figures.</p>
        <h3>What is shown</h3>
        <p>What the source says, in its own figures. What cannot be right is shown and marked; what is not known is said to be not recorded.</p>
        <h3>Pictures</h3>
        <p>Each picture stands with its author, its licence and its source. Where the source states no licence, that is said, and nothing is \
        claimed.</p>
        <h3>Mistakes</h3>
        <p>The records are kept by The Space Devs and mended there, for everyone: \
        <a href="https://github.com/TheSpaceDevs/Tutorials/issues">report a mistake</a>.</p>
        """
}
