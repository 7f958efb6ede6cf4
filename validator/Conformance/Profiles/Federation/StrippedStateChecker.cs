using System.Text;
using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Events;
using Conformance.Profiles.Federation.Rules;

namespace Conformance.Profiles.Federation;

/// <summary>
/// Checks the events that tell an invited or knocking user what room it is (Server-Server API, Inviting to a room, Knocking upon a room): each that is a whole
/// event by the rules of its room version, with its signatures. What is stripped to four members can't be checked so.
/// </summary>
internal static class StrippedStateChecker
{
    private const int Most = 1000;

    /// <summary>Checks them.</summary>
    /// <param name="visit">The exchange.</param>
    /// <param name="counts">Counts what is checked.</param>
    public static void Check(FederationVisit visit, EventCounts counts)
    {
        if (visit.Exchange.Version is null)
        {
            return;
        }

        foreach ((FederationBody body, Node entries) in StrippedState.Of(visit))
        {
            var checker = new EventChecker();
            var verdict = new Signatures.EventSignatureVerdict();
            CutPath path = PathOf(body.At(entries).Pointer ?? "");
            long index = -1;
            checker.Visit.Enter(body.Member, body.MemberOrdinal, visit.Sink);
            checker.Visit.Enter(visit.Exchange.Room, visit.Exchange.Version);
            foreach (Node entry in entries.Elements())
            {
                index++;
                if (index >= Most || !StrippedState.IsPdu(entry))
                {
                    continue;
                }

                var document = new Document();
                DocumentReader.Read(entry.Raw.ToArray(), DocumentEncoding.Json, document, body.Skeleton.OffsetOf(entry.Offset), visit.Options.Limits.Depth);
                checker.Visit.Begin(document, new CutItem(path, null, index, 0, entry.Raw.Length));
                counts.Events++;
                if (checker.Check())
                {
                    visit.Options.Signatures?.Check(checker, verdict, counts.Signatures);
                }
            }
        }
    }

    /// <summary>A path of the levels of a JSON Pointer.</summary>
    private static CutPath PathOf(string pointer)
    {
        var path = new CutPath(null, null, 0, 0, 0);
        foreach (string name in pointer.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            path = new CutPath(path, Encoding.UTF8.GetBytes(name), 0, 0, 0);
        }

        return path;
    }
}
