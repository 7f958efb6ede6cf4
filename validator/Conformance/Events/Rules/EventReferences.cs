using System.Text;
using Conformance.Documents;
using Conformance.Events.Identifiers;
using Conformance.Events.Versions;

namespace Conformance.Events.Rules;

/// <summary>Goes through the events that an event follows and those that authorise it.</summary>
internal static class EventReferences
{
    // Above this many, names that stand twice are looked for with a set.
    private const int FewIds = 32;

    public static void Check(EventVisit visit)
    {
        Node prev = visit.Event[EventField.PrevEvents];
        Node auth = visit.Event[EventField.AuthEvents];
        EVT029.Check(visit, prev);
        EVT030.Check(visit, auth);
        if (visit.Version is { } version)
        {
            Check(visit, prev, version);
            Check(visit, auth, version);
        }
    }

    private static void Check(EventVisit visit, Node list, RoomVersion version)
    {
        if (list.Kind != NodeKind.Array)
        {
            return;
        }

        Span<int> seen = stackalloc int[FewIds];
        HashSet<string>? many = list.Count > FewIds ? new HashSet<string>(StringComparer.Ordinal) : null;
        int count = 0;
        foreach (Node entry in list.Elements())
        {
            Node id = version.References == EventReferenceForm.Id ? entry : IdOfPair(visit, entry);
            if (id.Kind != NodeKind.Text)
            {
                EVT024.Report(visit, entry, version);
                continue;
            }

            IdentifierFault fault = EventId.Check(id.Utf8, version.EventIds);
            if (fault != IdentifierFault.None)
            {
                EVT025.Report(visit, id, fault);
            }

            bool again = many is null ? Contains(list.Document, seen[..count], id.Utf8) : !many.Add(Encoding.UTF8.GetString(id.Utf8));
            if (again)
            {
                EVT028.Report(visit, id);
            }
            else if (many is null)
            {
                seen[count++] = id.Index;
            }
        }
    }

    /// <summary>The ID of a pair, whose hashes are checked on the way; no text when it isn't a pair.</summary>
    private static Node IdOfPair(EventVisit visit, Node entry)
    {
        if (entry.Kind != NodeKind.Array || entry.Count != 2)
        {
            return default;
        }

        var id = new Node(entry.Document, entry.Index + 1);
        var hashes = new Node(entry.Document, id.Record.Next);
        if (hashes.Kind != NodeKind.Map)
        {
            return default;
        }

        Node hash = hashes.Get("sha256"u8);
        if (!hash.Exists)
        {
            EVT026.Report(visit, entry);
        }
        else
        {
            EVT027.Check(visit, hash);
        }

        return id;
    }

    private static bool Contains(Document document, ReadOnlySpan<int> seen, ReadOnlySpan<byte> id)
    {
        foreach (int index in seen)
        {
            if (document.TextOf(document.Record(index)).SequenceEqual(id))
            {
                return true;
            }
        }

        return false;
    }
}
