using System.Text;
using Conformance.Catalogue;

namespace Conformance.Tests.Reports;

/// <summary>A small catalogue, so that tests don't depend on what rules there are.</summary>
internal static class TestCatalogue
{
    public const string Json =
        """
        {
          "area": "OWN", "title": "Ownership",
          "rules": [
            {
              "id": "OWN901", "name": "FileWithoutOwner", "title": "A file belongs to no item", "severity": "error", "level": "MUST", "status": "implied",
              "requirements": ["MSPF-22"], "message": "The file {file} belongs to no item of the manifest.",
              "why": "An importer can't know what the file is for, so it is lost on import.",
              "repair": "List the item that owns the file in the manifest, or take the file out of the archive.",
              "bad": "a file org.example.json without an item org.example", "good": "the same with the item",
              "sources": [{ "document": "MSC2783", "section": "File ownership", "url": "https://github.com/matrix-org/matrix-spec-proposals/pull/2783" }]
            },
            {
              "id": "OWN902", "name": "ItemWithoutFile", "title": "An item has no file", "severity": "warning", "level": "SHOULD", "status": "spec",
              "requirements": [], "message": "The item {item} has no file.", "why": "It carries nothing.", "repair": "Write its file.",
              "bad": "no file", "good": "a file", "sources": [{ "document": "MSC2783", "section": "Items" }]
            },
            {
              "id": "STA901", "name": "StateDiffers", "title": "State differs between implementations", "severity": "warning", "level": "-", "status": "contested",
              "requirements": [], "message": "The state at {event} differs.", "why": "Servers disagree.", "repair": "Nothing to do.",
              "bad": "{}", "good": "{}", "sources": [{ "document": "MSC2783", "section": "State" }], "contested": "Synapse does one thing, Dendrite the other."
            },
            {
              "id": "EVT901", "name": "OddEvent", "title": "An event is odd", "severity": "info", "level": "MAY", "status": "open",
              "requirements": [], "message": "An odd event with {braces} and {count} things.", "why": "It is odd.", "repair": "Look at it.",
              "bad": "{}", "good": "{}", "sources": [], "profiles": { "strict": "error", "importer": "off" }
            },
            {
              "id": "POL001", "name": "SuppressionExpired", "title": "A suppression has ended", "severity": "warning", "level": "-", "status": "project",
              "requirements": [], "message": "The suppression of {rule} in {file} ended on {day}.", "why": "A promise.", "repair": "Renew it.",
              "bad": "-", "good": "-", "sources": []
            },
            {
              "id": "POL002", "name": "SuppressionUnused", "title": "A suppression covers nothing", "severity": "info", "level": "-", "status": "project",
              "requirements": [], "message": "The suppression of {rule} in {file} covers no finding.", "why": "It may hide something.", "repair": "Delete it.",
              "bad": "-", "good": "-", "sources": []
            }
          ]
        }
        """;

    public static RuleCatalogue Rules { get; } = RuleCatalogue.Parse([Encoding.UTF8.GetBytes(Json)]);
}
