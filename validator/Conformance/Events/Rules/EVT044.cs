using Conformance.Documents;
using Conformance.Documents.Cutting;
using Conformance.Findings;
using Conformance.Pipeline;

namespace Conformance.Events.Rules;

/// <summary>The events of a room are an array.</summary>
internal static class EVT044
{
    private const string Id = nameof(EVT044);

    public static void Check(in CutItem item, Document document, BlockWork work)
    {
        if (item.Parent is not null)
        {
            if (!work.Sink.Wants(Id))
            {
                work.Sink.CountOnly(Id);
                return;
            }

            Location location = new Location(work.Member, document.BaseOffset, item.Pointer, item.Key is null ? null : Quoting.Safe(item.Key));
            work.Sink.Report(Finding.Of(Id, location, ("kind", Kinds.Name(document.Root.Kind))) with { MemberOrdinal = work.MemberOrdinal });
        }
    }
}
