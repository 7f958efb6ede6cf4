using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace Conformance.Suites.Harness.Naming;

/// <summary>Answers the questions for names that containers ask, so that none leaves the machine: the addresses that were named to it, and to all other
/// questions that there is no such name. UDP, and as much of RFC 1035 as that takes.</summary>
/// <remarks>A homeserver asks for SRV records of names without a port before it looks for their address. Docker hands such a question on to the machine's own
/// resolver; on a network without a way out that costs ten seconds and the request.</remarks>
public sealed class NameServer : IAsyncDisposable
{
    private const int Port = 53;

    private readonly ConcurrentDictionary<string, IPAddress> _addresses = new(StringComparer.OrdinalIgnoreCase);
    private readonly ConcurrentQueue<NameQuestion> _questions = new();
    private readonly CancellationTokenSource _stop = new();
    private readonly UdpClient _udp;
    private readonly Task _loop;

    private NameServer(UdpClient udp)
    {
        _udp = udp;
        _loop = Task.Run(ServeAsync);
    }

    /// <summary>Where it answers.</summary>
    public IPEndPoint Address => (IPEndPoint)_udp.Client.LocalEndPoint!;

    /// <summary>All questions so far, in their order.</summary>
    public IReadOnlyCollection<NameQuestion> Questions => _questions;

    /// <summary>Starts one on an address of this machine.</summary>
    /// <param name="address">The address; a port below 1024 may be for root alone.</param>
    /// <param name="port">The port: 53 unless a test asks it directly.</param>
    /// <returns>The name server; null where this process may not take the port, or somebody else has it.</returns>
    public static NameServer? TryStart(IPAddress address, int port = Port)
    {
        var udp = new UdpClient(address.AddressFamily);
        try
        {
            udp.Client.Bind(new IPEndPoint(address, port));
            return new NameServer(udp);
        }
        catch (SocketException)
        {
            udp.Dispose();
            return null;
        }
    }

    /// <summary>Gives a name an address, from now on.</summary>
    /// <param name="name">The name, without a dot at its end.</param>
    /// <param name="address">An IPv4 address.</param>
    public void Add(string name, IPAddress address) => _addresses[name] = address;

    /// <summary>Takes a name away.</summary>
    /// <param name="name">The name.</param>
    public void Remove(string name) => _addresses.TryRemove(name, out _);

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _stop.CancelAsync().ConfigureAwait(false);
        await _loop.ConfigureAwait(false);
        _udp.Dispose();
        _stop.Dispose();
    }

    private async Task ServeAsync()
    {
        while (!_stop.IsCancellationRequested)
        {
            try
            {
                UdpReceiveResult received = await _udp.ReceiveAsync(_stop.Token).ConfigureAwait(false);
                if (NameMessage.TryRead(received.Buffer, out NameQuestion question, out int end))
                {
                    IPAddress? address = _addresses.GetValueOrDefault(question.Name);
                    _questions.Enqueue(question with { Answer = question.Type == NameQuestion.AddressType ? address : null });
                    await _udp.SendAsync(NameMessage.Answer(received.Buffer.AsSpan(0, end), question.Type, address), received.RemoteEndPoint, _stop.Token).ConfigureAwait(false);
                }
            }
            catch (OperationCanceledException)
            {
                return;
            }
            catch (SocketException)
            {
                // The asker has closed its socket: its own loss.
            }
        }
    }
}
