namespace Conformance.Suites.Peer.Serving;

/// <summary>What becomes of connections to a listener.</summary>
internal enum ListenerMode
{
    /// <summary>They are served.</summary>
    Serve,

    /// <summary>They are cut as soon as they are made.</summary>
    Reset,

    /// <summary>They stay open and nothing ever comes back.</summary>
    Swallow,
}
