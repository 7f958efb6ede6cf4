using System.Net.Sockets;
using Conformance.Suites.Harness.Containers;

namespace Conformance.Suites.Harness.Waiting;

/// <summary>A port that takes connections.</summary>
internal sealed record PortWait(int Port, TimeSpan Bound) : IWaitStrategy
{
    public string Description => $"port {Port}";

    public async Task<string?> WhyNotAsync(Container container, CancellationToken cancellation)
    {
        if (container.Find(Port) is not { } address)
        {
            return "the port has no address";
        }

        try
        {
            using var client = new TcpClient();
            await client.ConnectAsync(address, cancellation).ConfigureAwait(false);

            // The engine's proxy takes connections to published ports before anything listens inside, and closes them again.
            using var quick = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
            quick.CancelAfter(TimeSpan.FromMilliseconds(100));
            try
            {
                return await client.GetStream().ReadAsync(new byte[1], quick.Token).ConfigureAwait(false) > 0 ? null : "closed at once";
            }
            catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
            {
                return null;
            }
        }
        catch (Exception e) when (e is SocketException or IOException)
        {
            return e.Message;
        }
    }
}
