using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Events.Rules;

/// <summary>A file of events is a map of rooms.</summary>
internal static class EVT043
{
    private const string Id = nameof(EVT043);

    public static void Check(in CutItem item, Document document, BlockWork work)
    {
        if (item.Parent is null)
        {
            if (!work.Sink.Wants(Id))
            {
                work.Sink.CountOnly(Id);
                return;
            }

            Location location = new Location(work.Member, document.BaseOffset, "");
            work.Sink.Report(Finding.Of(Id, location, ("kind", Kinds.Name(document.Root.Kind))) with { MemberOrdinal = work.MemberOrdinal });
        }
    }
}
