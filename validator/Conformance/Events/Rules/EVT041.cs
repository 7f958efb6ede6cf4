using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>A signature stands under a key ID.</summary>
internal static class EVT041
{
    private const string Id = nameof(EVT041);

    public static void Report(EventVisit visit, Node key)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, key, ("value", key.AsString()));
        }
    }
}
