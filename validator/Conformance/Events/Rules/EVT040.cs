using Conformance.Documents;

namespace Conformance.Events.Rules;

/// <summary>Signatures are an object of servers, each an object of key IDs and signatures.</summary>
internal static class EVT040
{
    private const string Id = nameof(EVT040);

    public static void Report(EventVisit visit, Node found, string expected)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, found, ("expected", expected), ("kind", Kinds.Name(found.Kind)));
        }
    }
}
