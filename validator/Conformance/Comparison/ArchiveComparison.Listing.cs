using System.Collections.Immutable;
using System.Text;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Comparison;

/// <content>Reading again what differs, to say what it is.</content>
internal sealed partial class ArchiveComparison
{
    private ImmutableArray<Difference> List(ImmutableArray<PartCount> counts)
    {
        var parts = counts.Where(count => count.Differences > 0).Select(count => count.Part).ToHashSet();
        if (parts.Count == 0)
        {
            return [];
        }

        var before = new DetailTarget(parts, Judge, _options.Listed);
        _first.Read(before, _cancellation);
        var changed = before.Details.Where(detail => detail.Kind == DifferenceKind.Changed).Select(detail => detail.Key).ToHashSet();
        var after = new DetailTarget(
            parts, key => Judge(key) is { } kind && (kind == DifferenceKind.Invented || changed.Contains(key)) ? kind : null, _options.Listed);
        _second.Read(after, _cancellation);

        // Values that were kept, by key: what was changed is in both.
        var others = after.Details.Where(detail => detail.Kind == DifferenceKind.Changed).ToDictionary(detail => detail.Key, detail => detail.Json);
        return
        [
            .. before.Details.Concat(after.Details.Where(detail => detail.Kind == DifferenceKind.Invented))
                .Select(detail => Describe(detail, others.GetValueOrDefault(detail.Key)))
                .OrderBy(difference => difference.Part)
                .ThenBy(difference => difference.Kind),
        ];
    }

    private Difference Describe(FactDetail detail, byte[]? other)
    {
        ContentPart part = detail.Key.Part;
        var difference = new Difference(part, detail.Kind, detail.Name) { What = part == ContentPart.Events ? EventWords(detail.Json) : "" };
        if (detail.Kind != DifferenceKind.Changed)
        {
            return difference;
        }

        return difference with
        {
            Changes = IsSecret(part, detail.Name)
                ? [new ValueChange("", Secret(detail.Json), Secret(other), DifferenceKind.Changed)]
                : ValueChanges.Of(detail.Json, other, IsShown(part), part == ContentPart.Events && !_options.ComparesUnsigned ? static name => name == "unsigned" : null),
        };
    }

    /// <summary>What is no one's secret and tells an administrator more than where it stands.</summary>
    private static bool IsShown(ContentPart part) => part is ContentPart.Items or ContentPart.Core or ContentPart.Rooms or ContentPart.RoomDetails
        or ContentPart.Users or ContentPart.UserDetails or ContentPart.Devices or ContentPart.RoomTags;

    private static bool IsSecret(ContentPart part, ImmutableArray<string> name) =>
        (part == ContentPart.Core && name[0] != "server_name") || (part == ContentPart.UserDetails && name.Length > 1 && name[1] != "created_at");

    private static string? Secret(byte[]? json) => json is null ? null : Quoting.Secret(json);

    private static string EventWords(byte[]? json)
    {
        if (json is null)
        {
            return "";
        }

        Node pdu = DocumentReader.Read(json, DocumentEncoding.Json).Root;
        var words = new StringBuilder(Quoting.Safe(pdu.Get("type"u8).AsString()));
        if (pdu.Get("state_key"u8).AsString() is { Length: > 0 } stateKey)
        {
            words.Append(" \"").Append(Quoting.Safe(stateKey)).Append('"');
        }

        return pdu.Get("sender"u8).AsString() is { } sender ? words.Append(" by ").Append(Quoting.Safe(sender)).ToString() : words.ToString();
    }
}
