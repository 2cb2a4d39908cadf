import HTMLSanitizer
import TemplateEngine

let comment = "Δv <3 km/s, <b onclick=x()>R&D</b><script>steal()</script>"
let library = try TemplateLibrary(directory: "Templates")
let html = try Sanitizer().sanitize(comment)
print(try library.render("page.html", ["body": .html(html)]))
