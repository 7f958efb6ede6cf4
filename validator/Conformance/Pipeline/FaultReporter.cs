using Conformance.Catalogue;
using Conformance.Documents;
using Conformance.Findings;

namespace Conformance.Pipeline;

/// <summary>Turns what the strict readers observed into findings of the rules that the catalogue names for it.</summary>
internal static class FaultReporter
{
    /// <summary>Faults after which a part of the content was left unread, though nothing says that it is wrong.</summary>
    private static readonly FaultSet Limits = FaultSet.Of(FaultKind.TooDeep, FaultKind.ItemTooLarge, FaultKind.TooManyNodes, FaultKind.TooManyNames);

    /// <summary>Reports the faults of a document.</summary>
    /// <param name="document">The document.</param>
    /// <param name="place">Where the document stands: member, room, event, and the pointer of its root.</param>
    /// <param name="memberOrdinal">The member's position in the run.</param>
    /// <param name="except">Kinds that other rules judge here.</param>
    /// <param name="sink">Takes the findings.</param>
    public static void Report(Document document, Location place, int memberOrdinal, FaultSet except, IFindingSink sink)
    {
        if (document.FaultCount == 0)
        {
            return;
        }

        foreach (DocumentFault fault in document.Faults)
        {
            if (!except.Contains(fault.Kind))
            {
                string pointer = place.Pointer ?? "";
                if (fault.Node >= 0 && fault.Node < document.NodeCount)
                {
                    pointer += NodePointer.Of(document[fault.Node]);
                }

                Report(document.Encoding, fault, place with { Pointer = pointer, Offset = fault.Offset }, memberOrdinal, sink);
            }
        }
    }

    /// <summary>Reports one fault.</summary>
    /// <param name="encoding">What was read.</param>
    /// <param name="fault">The fault.</param>
    /// <param name="location">Where.</param>
    /// <param name="memberOrdinal">The member's position in the run.</param>
    /// <param name="sink">Takes the finding.</param>
    public static void Report(DocumentEncoding encoding, DocumentFault fault, Location location, int memberOrdinal, IFindingSink sink)
    {
        if (Limits.Contains(fault.Kind))
        {
            sink.ReportNotChecked(new NotChecked(
                "Content beyond a limit of the readers",
                $"{RuleCatalogue.Default.Find(encoding, fault.Kind)?.Title ?? fault.Kind.ToString()}; --limit raises some of the limits.",
                location,
                Decisive: true));
        }

        if (RuleCatalogue.Default.Find(encoding, fault.Kind) is not { } rule)
        {
            return;
        }

        if (!sink.Wants(rule.Id))
        {
            sink.CountOnly(rule.Id);
            return;
        }

        sink.Report(Finding.Of(rule.Id, location, ("detail", fault.Detail), ("text", fault.Text)) with { MemberOrdinal = memberOrdinal });
    }
}
