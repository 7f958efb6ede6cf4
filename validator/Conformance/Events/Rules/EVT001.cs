namespace Conformance.Events.Rules;

/// <summary>An event is an object.</summary>
internal static class EVT001
{
    private const string Id = nameof(EVT001);

    public static void Check(EventVisit visit)
    {
        if (visit.Wants(Id))
        {
            visit.Report(Id, visit.Document.Root, ("kind", Kinds.Name(visit.Document.Root.Kind)));
        }
    }
}
