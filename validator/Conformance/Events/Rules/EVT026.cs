using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>A reference that ought to carry a hash has none.</summary>
internal static class EVT026
{
    private const string Id = nameof(EVT026);

    public static void Report(EventVisit visit, Node pair)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, pair);
        }
    }
}
